import { done, open, split } from '#demo/content/plan.ts'

export const operation = split(
  103,
  'Operation and evidence',
  'lena',
  { about: 'The NOC can run it at night, and the auditors find what they ask for.' },
  [
    done(124, 'Write the on-call runbook for WAF incidents', 'lena', 28, '-11 Fri', {
      labels: ['Runbook'],
      after: [107],
    }),
    done(153, 'Train the NOC shift leads on the WAF console', 'tomas', 22, '-9 Wed', {
      labels: ['Runbook'],
      after: [124],
    }),
    open(
      154,
      'Replace the trial dashboards with the vendor’s reporting module',
      null,
      56,
      'cancelled',
      null,
      {
        about: 'Not needed any more: the SIEM shows the same figures.',
        labels: ['Vendor', 'Logging'],
      },
    ),
    open(
      141,
      'Publish WAF exception request form on the service portal',
      'tomas',
      null,
      'backlog',
      9,
      {
        labels: ['Runbook'],
        comments: {
          'lena -7': 'Please make the expiry date mandatory, or we keep exceptions for ever.',
        },
      },
    ),
  ],
)
