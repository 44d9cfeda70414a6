import { outlinePlan } from './outline-plan.ts'

export const certificateRotation = {
  id: '5b0f5d52-6f0e-4c39-8a6f-2b1f8a3c1004',
  name: 'Certificate rotation',
  description:
    'Finds every certificate that is about to expire, replaces it without an outage, and leaves renewal automated where that is possible.',
  content: outlinePlan([
    {
      title: 'Find',
      milestone: 'Inventory complete',
      steps: [
        {
          ref: 'scan',
          title: 'Scan networks, load balancers, key stores and the CA’s records',
          days: 2,
          hours: 10,
        },
        {
          ref: 'owner',
          title: 'Name an owner and an expiry date for every certificate',
          days: 3,
          hours: 8,
        },
        {
          ref: 'clients',
          title: 'List clients that pin a certificate or trust an old chain',
          days: 3,
          hours: 10,
          after: ['scan'],
          priority: 'high',
        },
        {
          ref: 'order',
          title: 'Order the certificates by expiry and by risk',
          days: 1,
          hours: 2,
          after: ['owner', 'clients'],
        },
      ],
    },
    {
      title: 'Issue',
      milestone: 'Certificates issued',
      steps: [
        {
          ref: 'policy',
          title: 'Agree key type, lifetime and names with security',
          days: 1,
          hours: 3,
          after: ['scan'],
          labels: ['security'],
        },
        {
          ref: 'keys',
          title: 'Create keys and signing requests where the keys will stay',
          days: 2,
          hours: 8,
          after: ['order', 'policy'],
          labels: ['security'],
        },
        {
          ref: 'issue',
          title: 'Have the certificates issued and check chain and names',
          days: 2,
          hours: 6,
        },
      ],
    },
    {
      title: 'Replace',
      milestone: 'All certificates replaced',
      steps: [
        {
          ref: 'staging',
          title: 'Replace on the test systems and run the clients against them',
          days: 2,
          hours: 10,
          after: ['issue'],
        },
        {
          ref: 'change',
          title: 'Have the change approved',
          days: 2,
          hours: 2,
          after: ['order'],
          labels: ['change'],
        },
        {
          ref: 'internal',
          title: 'Replace on internal services',
          days: 3,
          hours: 14,
          after: ['staging', 'change'],
        },
        {
          ref: 'public',
          title: 'Replace on public services, one of each pair at a time',
          days: 2,
          hours: 12,
          priority: 'urgent',
          labels: ['change'],
        },
        {
          ref: 'check',
          title: 'Check every endpoint from outside',
          days: 1,
          hours: 3,
          priority: 'high',
        },
      ],
    },
    {
      title: 'Keep it so',
      milestone: 'Renewal automated',
      steps: [
        {
          ref: 'revoke',
          title: 'Revoke the old certificates and destroy their keys',
          days: 1,
          hours: 3,
          after: ['check'],
          labels: ['security'],
        },
        {
          ref: 'acme',
          title: 'Automate renewal where ACME or the CA’s agent can do it',
          days: 4,
          hours: 20,
          after: ['check'],
        },
        {
          ref: 'alarm',
          title: 'Alarm 30, 14 and 7 days before any certificate expires',
          days: 1,
          hours: 4,
          after: ['check'],
        },
        {
          ref: 'runbook',
          title: 'Write down how the rest is renewed by hand',
          days: 1,
          hours: 4,
          after: ['acme'],
        },
      ],
    },
  ]),
}
