export const texts = {
  title: 'Sign in',
  email: 'Email',
  emailMissing: 'Enter your email address.',
  password: 'Password',
  passwordMissing: 'Enter your password.',
  submit: 'Sign in',
  submitting: 'Signing in…',
  demoTitle: 'Demo accounts',
  demoNote: 'Only with the demo data. One click signs you in.',
}
