import type { Insight } from '@milepost/api-contracts/insights'

export const texts = {
  title: 'Summary',
  renew: 'Renew',
  renewing: 'Being written',
  loading: 'The summary is loading',
  failedTitle: 'Insights did not answer',
  failed: 'The numbers above are current. This summary is missing and nothing was lost.',
  failedStale: 'The numbers above are current. The summary below is older than they are.',
  failedAlone: 'Board and milestones are current. This summary is missing and nothing was lost.',
  failedStaleAlone: 'Board and milestones are current. The summary below is older than they are.',
  notKnown: 'not known',
  noneTitle: 'No summary yet',
  none: 'It is written from the tasks, hours and dates of the projects, and every number in it can be followed to them.',
  nonePending: 'The first one is being written now.',
  unknowns: 'What this does not know',
  risks: 'Risks',
  risksNote: (over: number, all: number) => `rules, ${over} of ${all} over their limit`,
  risksFailed: 'The risks did not load',
}

/** Who wrote the sentences. The numbers come from code either way. */
export const writtenBy = ({ source, model }: Insight) =>
  source === 'rules' ? 'Written by rules, no model' : `Written by ${model ?? 'a model'}`

export const verifiedOf = ({ verification: { verified, numbers } }: Insight) =>
  `${verified} of ${numbers} verified`
