// Digits of Arabic and Persian keyboards as those that programs reckon with; marks of direction, which such texts carry, are left out.
const ZEROS = [0x660, 0x6f0]

export const plainDigits = (text: string): string =>
  text
    .replaceAll(/[\u200E\u200F\u061C]/g, '')
    .replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => {
      const code = digit.charCodeAt(0)
      return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code))
    })
    .replaceAll('\u066B', '.')
