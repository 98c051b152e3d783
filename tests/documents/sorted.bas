' Sorts lists of workbooks as people do once a sheet is unprotected: all columns of the filter, its head left in place.
Sub Main
  Dim held As Object
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  orders = createUnoService("com.sun.star.io.TextInputStream")
  orders.setInputStream(files.openFileRead(Environ("VADEMECUM_ORDERS")))
  orders.setEncoding("UTF-8")
  Do While Not orders.isEOF()
    order = Split(orders.readLine(), Chr(9))
    If UBound(order) > 5 Then
      held = StarDesktop.loadComponentFromURL(order(0), "_blank", 0, Array(Named("Hidden", True)))
      Sorted(held.Sheets.getByName(order(2)), CLng(order(3)), CLng(order(4)), CLng(order(5)), CLng(order(6)))
      held.calculateAll()
      held.storeToURL(order(1), Array(Named("FilterName", "Calc MS Excel 2007 XML")))
      held.close(True)
    End If
  Loop
  StarDesktop.terminate()
End Sub

Sub Sorted(sheet, first, last, columns, by)
  Dim fields(0) As New com.sun.star.table.TableSortField
  sheet.unprotect("")
  fields(0).Field = by - 1
  fields(0).IsAscending = False
  found = sheet.getCellRangeByPosition(1, first, columns, last)
  found.sort(Array(Named("SortFields", fields()), Named("ContainsHeader", False), Named("IsSortColumns", False)))
End Sub
