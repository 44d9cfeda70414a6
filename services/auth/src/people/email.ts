/** Lower case and NFC: however it is typed, one address is one account. */
export const normalizeEmail = (email: string) => email.trim().normalize('NFC').toLowerCase()
