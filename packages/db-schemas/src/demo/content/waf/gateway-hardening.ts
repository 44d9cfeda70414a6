import { done, open, split } from '#demo/content/plan.ts'

export const gatewayHardening = split(
  102,
  'API gateway hardening',
  'priya',
  {
    about:
      'No public route without a schema, an authenticated caller and a limit. Partner APIs move from shared keys to mutual TLS.',
  },
  [
    done(
      127,
      'Upgrade the API gateway cluster to the current LTS release',
      'dmitri',
      56,
      '-9 Tue',
      {
        comments: {
          'dmitri -48':
            'Rolling upgrade, no dropped request in the load test. Old nodes stay for a week.',
        },
        labels: ['Network'],
      },
    ),
    done(128, 'Inventory public API endpoints', 'sara', 48, '-8 Fri', {
      about:
        'Owner, authentication, data class and traffic of each route; 212 routes, 31 unknown at the start.',
      labels: ['Rule set'],
      milestone: 'Endpoint inventory signed off',
    }),
    done(125, 'Choose a gateway plug-in for schema validation', 'priya', 32, '-7 Fri', {
      after: [127],
      comments: {
        'tomas -35':
          'Plug-in B rejects nullable in OpenAPI 3.1, so it fails on a third of our schemas.',
        'priya -34': 'That settles it. Plug-in A, and we pay for the support contract.',
      },
    }),
    done(130, 'Limit request sizes on every public route', 'tomas', 20, '-5 Thu', {
      labels: ['Rule set'],
      after: [128],
    }),
    done(137, 'Require client certificates on the partner test gateway', 'sara', 44, '-6 Thu', {
      labels: ['Certificates'],
      after: [127],
    }),
    done(139, 'Move gateway credentials into the vault', 'dmitri', 20, '-5 Wed', {
      labels: ['Certificates'],
    }),
    done(142, 'Send gateway access logs to the SIEM', 'lena', 32, '-6 Fri', {
      labels: ['Logging'],
      after: [127],
    }),
    done(145, 'Reject tokens signed with the retired key', 'tomas', 16, '-4 Tue', {
      labels: ['Certificates'],
      after: [139],
    }),
    done(147, 'Return problem documents instead of stack traces', 'tomas', 22, '-3 Tue', {
      about: 'Penetration test finding 7: three services answered 500 with a Java stack trace.',
      labels: ['Rule set'],
    }),
    open(146, 'Validate JWT audience on the payments gateway', 'priya', 56, 'in_progress', 3, {
      labels: ['Rule set'],
      priority: 'high',
      progress: 60,
      started: 7,
      comments: {
        'priya -2':
          'Payments sends two audiences in one token. Valid by RFC 7519, our plug-in takes the first.',
        'dmitri -2': 'There is an option for that from 3.8 on, we run 3.9.',
      },
    }),
    open(144, 'Import OpenAPI schemas of 14 internal services', 'sara', 108, 'in_progress', 6, {
      about: 'Eight of fourteen are in. HR and Fleet have no schema at all and need one written.',
      labels: ['Rule set'],
      after: [125, 128],
      progress: 57,
      moved: 2,
      started: 12,
      milestone: 'Schema validation on every public route',
      comments: { 'sara -1': 'Fleet sent a Word document. I will meet them on Monday.' },
    }),
    open(140, 'Alert on schema violations above 0.5%', 'lena', 44, 'in_review', 1, {
      labels: ['Logging'],
      after: [142],
      progress: 80,
      moved: 2,
      started: 8,
    }),
    open(136, 'Open firewall path from API gateway to HSM', 'dmitri', 28, 'blocked', -3, {
      labels: ['Network'],
      priority: 'urgent',
      progress: 50,
      moved: 8,
      started: 9,
      blocked: ['Change CHG-20418 not yet approved', 3],
      milestone: 'HSM path approved by change board',
      comments: {
        'dmitri -3': 'Change board wants the data-flow diagram signed by Security Architecture.',
        'priya -2': 'Diagram sent, they meet on Tuesday.',
      },
    }),
    open(151, 'Draft mTLS onboarding guide for partner APIs', 'tomas', 48, 'todo', 12, {
      comments: {
        'tomas -4':
          'Two partners asked for the test certificate authority. I put the download link in chapter 1.',
      },
      labels: ['Runbook', 'Certificates'],
      after: [137],
    }),
    open(149, 'Retire the shared API key of the mobile app', 'priya', 64, 'todo', 15, {
      labels: ['Rule set'],
      after: [146],
      comments: { 'priya -6': 'App 8.2 is at 91% of installs. We switch off at 97%.' },
    }),
    open(152, 'Partner cut-over to mTLS, wave 1', 'tomas', 88, 'backlog', 25, {
      about: 'Four partners with the most traffic: two logistics, one payments, one insurer.',
      labels: ['Certificates'],
      after: [136, 151],
      moved: 3,
      milestone: 'Partner cut-over to mTLS, wave 1',
    }),
  ],
)
