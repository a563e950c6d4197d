// The address that an authenticator reads from a picture: which secret, of whom, for what.
export const otpauthUri = (secret: string, email: string): string =>
  `otpauth://totp/Daybook:${encodeURIComponent(email)}?secret=${secret}&issuer=Daybook`

/** In groups of four, for who types it. */
export const groupedSecret = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')
