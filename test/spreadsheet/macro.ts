/** LibreOffice edits workbooks as a person does: a macro types into cells, merges, moves and deletes, and saves. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is done to a file, in order: the sheet, the cell or range, and what is typed or where it goes. */
export type Step =
  | readonly ['type', sheet: string, at: string, text: string]
  | readonly ['move', sheet: string, from: string, to: string]
  | readonly ['unlock' | 'merge' | 'delete', sheet: string, at: string];

const macro = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Edit(steps As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName" : form(0).Value = "Calc MS Excel 2007 XML"
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  lines = createUnoService("com.sun.star.io.TextInputStream")
  lines.setInputStream(files.openFileRead(ConvertToURL(steps)))
  lines.setEncoding("UTF-8")
  Do While Not lines.isEOF()
    a = Split(lines.readLine(), Chr(9))
    If UBound(a) = 1 Then
      If a(0) = "open" Then
        doc = StarDesktop.loadComponentFromURL(ConvertToURL(a(1)), "_blank", 0, hidden())
      Else
        doc.storeToURL(ConvertToURL(a(1)), form())
        doc.close(True)
      End If
    ElseIf UBound(a) &gt; 1 Then
      sheet = doc.Sheets.getByName(a(1))
      range = sheet.getCellRangeByName(a(2))
      Select Case a(0)
      Case "type" : range.setFormula(a(3))
      Case "unlock" : sheet.unprotect("")
      Case "merge" : range.merge(True)
      Case "delete" : sheet.Rows.removeByIndex(range.RangeAddress.StartRow, 1)
      Case "move" : sheet.moveRange(sheet.getCellRangeByName(a(3)).getCellByPosition(0, 0).CellAddress, range.RangeAddress)
      End Select
    End If
  Loop
End Sub
</script:module>
`;

/** Copies of a workbook, each edited, by name; `folder` holds LibreOffice's profile. Answers their paths. */
export function editedBy(
  folder: string,
  file: string,
  edits: Readonly<Record<string, readonly Step[]>>,
): Record<string, string> {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const soffice = (...args: string[]) =>
    execFileSync('soffice', [profile, '--headless', '--norestore', ...args], { stdio: 'ignore' });
  // The first start lays the profile out, over whatever stood there.
  soffice('--terminate_after_init');
  writeFileSync(join(folder, 'profile', 'user', 'basic', 'Standard', 'Module1.xba'), macro);
  const out = Object.fromEntries(
    Object.keys(edits).map((name) => [name, join(folder, `${name}.xlsx`)] as const),
  );
  const steps = Object.entries(edits).flatMap(([name, own]) => [['open', file], ...own, ['save', out[name]]]);
  const told = join(folder, 'steps.txt');
  writeFileSync(told, steps.map((step) => step.join('\t')).join('\n'));
  soffice(`macro:///Standard.Module1.Edit("${told}")`);
  return out;
}
