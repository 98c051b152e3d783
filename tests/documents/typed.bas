' Reads orders line by line, and writes down how high rows are and how high their words need them to be.
Dim held As Object
Dim out As Object

Sub Main
  On Error Goto Failed
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  orders = createUnoService("com.sun.star.io.TextInputStream")
  orders.setInputStream(files.openFileRead(Environ("VADEMECUM_ORDERS")))
  orders.setEncoding("UTF-8")
  out = createUnoService("com.sun.star.io.TextOutputStream")
  out.setOutputStream(files.openFileWrite(Environ("VADEMECUM_HEIGHTS")))
  out.setEncoding("UTF-8")
  Do While Not orders.isEOF()
    said = orders.readLine()
    If Len(said) > 0 Then Obey(Split(said, Chr(9)))
  Loop
  out.closeOutput()
  StarDesktop.terminate()
  Exit Sub
Failed:
  out.writeString("failed: " & Error & " in line " & Erl & " at " & said & Chr(10))
  out.closeOutput()
  StarDesktop.terminate()
End Sub

Sub Obey(order)
  Select Case order(0)
    Case "open"
      held = StarDesktop.loadComponentFromURL(order(1), "_blank", 0, Array(Named("Hidden", True)))
      Measure("opened")
    Case "type"
      cell = held.Sheets.getByName(order(1)).getCellByPosition(CLng(order(3)), CLng(order(2)))
      cell.setString(Join(Split(order(4), "\n"), Chr(10)))
    Case "measure"
      Measure("typed")
    Case "print"
      held.storeToURL(order(1), Array(Named("FilterName", "calc_pdf_Export")))
    Case "close"
      held.close(True)
      out.writeString("closed" & Chr(10))
  End Select
End Sub

' A row set by hand is passed over. Any other is fitted, which is how high it needs to be, and set back as it was.
Sub Measure(moment)
  Dim tall As Long, need As Long
  For Each sheet In held.Sheets
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    For n = 0 To cursor.RangeAddress.EndRow
      row = sheet.Rows.getByIndex(n)
      If row.OptimalHeight And row.IsVisible And sheet.IsVisible Then
        tall = row.Height
        row.OptimalHeight = True
        need = row.Height
        If need <> tall And moment = "opened" Then
          row.Height = tall
          row.OptimalHeight = True
        End If
        out.writeString(moment & Chr(9) & sheet.Name & Chr(9) & n & Chr(9) & tall & Chr(9) & need & Chr(10))
      End If
    Next
  Next
End Sub
