import { outlinePlan } from './outline-plan.ts'

export const firewallSwap = {
  id: '5b0f5d52-6f0e-4c39-8a6f-2b1f8a3c1002',
  name: 'Firewall swap',
  description:
    'Replaces a firewall pair by a new one: the rule base cleaned before it moves, the new pair tested beside the old, and one night to swap.',
  content: outlinePlan([
    {
      title: 'Prepare',
      milestone: 'Design approved',
      steps: [
        {
          ref: 'export',
          title: 'Export rules, NAT, VPN, routing and objects of the old pair',
          days: 1,
          hours: 4,
        },
        {
          ref: 'usage',
          title: 'Collect hit counts of every rule over a full month',
          days: 20,
          hours: 4,
          description: 'A month includes month-end jobs; a shorter time misses them.',
        },
        {
          ref: 'design',
          title: 'Design interfaces, zones, high availability and management access',
          days: 3,
          hours: 16,
          after: ['export'],
        },
        {
          ref: 'order',
          title: 'Order appliances, optics, licences and support',
          days: 15,
          hours: 6,
          after: ['design'],
        },
        {
          ref: 'review',
          title: 'Have the design reviewed by security',
          days: 2,
          hours: 6,
          after: ['design'],
          labels: ['security'],
        },
      ],
    },
    {
      title: 'Clean the rule base',
      milestone: 'Rule base signed off',
      steps: [
        {
          ref: 'unused',
          title: 'Remove rules, objects and VPNs that nobody used',
          days: 3,
          hours: 16,
          after: ['usage'],
        },
        {
          ref: 'any',
          title: 'Replace “any” rules with what is really needed',
          days: 4,
          hours: 20,
          priority: 'high',
          labels: ['security'],
        },
        {
          ref: 'owners',
          title: 'Have every remaining rule confirmed by an owner',
          days: 5,
          hours: 12,
        },
        {
          ref: 'convert',
          title: 'Convert the rule base and check it line by line',
          days: 3,
          hours: 18,
        },
      ],
    },
    {
      title: 'Stage the new pair',
      milestone: 'New pair ready',
      steps: [
        {
          ref: 'rack',
          title: 'Rack, power and cable the new pair beside the old one',
          days: 2,
          hours: 12,
          after: ['order'],
        },
        {
          ref: 'base',
          title: 'Install the release, licences, time, logging and admin accounts',
          days: 2,
          hours: 10,
        },
        {
          ref: 'load',
          title: 'Load the rule base and the VPNs',
          days: 1,
          hours: 6,
          after: ['base', 'convert', 'review'],
        },
        {
          ref: 'failover',
          title: 'Test failover, and what logging and monitoring show of it',
          days: 2,
          hours: 10,
        },
        {
          ref: 'lab',
          title: 'Test the critical flows against the staged pair',
          days: 3,
          hours: 18,
          after: ['load'],
          priority: 'high',
        },
      ],
    },
    {
      title: 'Swap',
      milestone: 'Traffic runs through the new pair',
      steps: [
        {
          ref: 'plan',
          title: 'Write the runbook: order of links, checks, way back, who decides',
          days: 2,
          hours: 8,
          after: ['failover', 'lab'],
          priority: 'high',
        },
        {
          ref: 'approve',
          title: 'Have the change approved and announce the window',
          days: 3,
          hours: 4,
          labels: ['change'],
        },
        {
          ref: 'swap',
          title: 'Swap the links in the window and run the checks',
          days: 1,
          hours: 10,
          priority: 'urgent',
          labels: ['change'],
        },
        { ref: 'morning', title: 'Stand by for the first working day', days: 1, hours: 8 },
      ],
    },
    {
      title: 'Close',
      milestone: 'Old pair retired',
      steps: [
        {
          ref: 'tune',
          title: 'Work off blocked flows and false alarms',
          days: 5,
          hours: 16,
          after: ['morning'],
        },
        {
          ref: 'document',
          title: 'Update diagrams, CMDB, backup of the configuration and on-call notes',
          days: 2,
          hours: 8,
          after: ['morning'],
        },
        {
          ref: 'retire',
          title: 'Erase and return the old pair, end its support contract',
          days: 2,
          hours: 4,
          after: ['tune'],
        },
      ],
    },
  ]),
}
