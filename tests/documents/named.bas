Function Named(name, value)
  Dim found As New com.sun.star.beans.PropertyValue
  found.Name = name
  found.Value = value
  Named = found
End Function
