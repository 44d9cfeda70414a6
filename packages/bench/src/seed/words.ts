/** What the titles of an infrastructure team's tasks are made of. */
export const actions = [
  'Replace',
  'Patch',
  'Migrate',
  'Document',
  'Decommission',
  'Test the failover of',
  'Order spare parts for',
  'Renew the support contract of',
  'Upgrade the firmware of',
  'Review access to',
  'Move the monitoring of',
  'Plan the maintenance window for',
  'Back up the configuration of',
  'Close the audit finding on',
  'Rotate the certificates of',
]

export const things = [
  'the core switch',
  'the SAN fabric',
  'the tape library',
  'the backup proxy',
  'the Oracle standby',
  'the hypervisor cluster',
  'the perimeter firewall',
  'the load balancer pair',
  'the VPN concentrator',
  'the mail relay',
  'the DNS resolvers',
  'the jump hosts',
  'the log collector',
  'the privileged access vault',
  'the API gateway',
  'the storage replication link',
  'the domain controllers',
  'the UPS in row C',
]

export const places = [
  'in hall A',
  'in hall B',
  'at the recovery site',
  'in the branch offices',
  'for the payment zone',
  'for the reporting zone',
  'in the staging network',
  'on the management LAN',
]

export const labels = [
  'network',
  'storage',
  'backup',
  'security',
  'audit',
  'vendor',
  'change window',
  'capacity',
  'end of support',
  'documentation',
]

export const reasons = [
  'Waiting for the vendor to ship the replacement line cards.',
  'The change freeze lasts until the end of the quarter.',
  'The maintenance window was given to another team.',
  'No credentials for the legacy console yet.',
]
