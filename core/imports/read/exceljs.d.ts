// exceljs says no types of its parts. The whole of it would bring its streaming reader along, and with that an unzipper for clouds.
declare module 'exceljs/lib/doc/workbook.js' {
  import type { Workbook as Whole } from 'exceljs'
  const Workbook: new () => Whole
  export default Workbook
}
