const accounts = [
  ['Executive', 'executive@milepost.example'],
  ['Project manager', 'manager@milepost.example'],
  ['Contributor', 'contributor@milepost.example'],
  ['Administrator', 'admin@milepost.example'],
] as const
const password = 'milepost-demo-only'

interface Welcome {
  url: string
  demo: boolean
  dataDir: string
  seconds: number
}

/** What somebody needs to know once everything runs. */
export function welcome({ url, demo, dataDir, seconds }: Welcome): string {
  const line = (label: string, value: string) => `  ${label.padEnd(18)}${value}`
  const logins = [
    ...accounts.map(([role, email]) => line(role, email)),
    line('Password', `${password} (all four)`),
    '',
  ]
  return [
    '',
    `  Milepost is ready after ${seconds.toFixed(1)} s: ${url}`,
    '',
    ...(demo ? logins : []),
    line('Data', `${dataDir} (delete it to start afresh)`),
    line('Logs', `${dataDir}/logs`),
    line('Stop', 'Ctrl-C'),
    '',
  ].join('\n')
}
