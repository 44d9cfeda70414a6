import type { AskProjects } from './ask-projects.ts'
import { portfolioChannel, userChannel } from './channels.ts'
import type { Hub } from './hub.ts'
import { canSeePortfolio, canSeeProjectOf, seesEveryProject, type TeamOf } from './policy.ts'
import type { Refusal, Session } from './session.ts'

interface SubscribeDeps {
  hub: Hub
  teamOf: TeamOf
  askProjects: AskProjects
  onError: (error: unknown) => void
}

/** One screen shows a handful; a script that follows everything uses `portfolio`. */
const channelsMax = 100

/** Decides who may follow what. Events that come in while it is being decided are not lost. */
export function subscriptions({ hub, teamOf, askProjects, onError }: SubscribeDeps) {
  async function decide(session: Session, channel: string): Promise<Refusal | 'granted'> {
    const actor = session.actor()
    if (channel === portfolioChannel) {
      if (!canSeePortfolio(actor)) return 'forbidden'
      if (!seesEveryProject(actor)) await askProjects.learnVisible(question(session))
      return 'granted'
    }
    const [kind, id = ''] = channel.split(':')
    if (kind === 'user') return channel === userChannel(actor.id) ? 'granted' : 'not_found'

    const teamId = teamOf(id)
    if (teamId !== undefined && canSeeProjectOf(actor, teamId)) return 'granted'
    return (await askProjects.seesProject(id, question(session))) ? 'granted' : 'not_found'
  }

  async function settle(session: Session, channel: string): Promise<void> {
    let decision: Refusal | 'granted'
    try {
      decision = await decide(session, channel)
    } catch (error) {
      // Translates: the reader hears that it could not be decided, and may ask again.
      onError(error)
      decision = 'unavailable'
    }
    // They may have left it again meanwhile.
    if (session.state(channel) === undefined) return
    if (decision === 'granted') session.confirm(channel)
    else session.refuse(channel, decision)
  }

  return {
    subscribe(session: Session, channel: string): void {
      const state = session.state(channel)
      if (state === 'live') session.confirm(channel)
      else if (state === undefined && session.channels().length >= channelsMax) {
        session.refuse(channel, 'too_many')
      } else if (state === undefined) {
        hub.follow(channel, session)
        void settle(session, channel)
      }
    },

    /** After the reader's rights may have changed: what they may no longer follow ends. */
    review(session: Session): void {
      const actor = session.actor()
      for (const channel of session.channels()) {
        const [kind, id = ''] = channel.split(':')
        if (channel === portfolioChannel) {
          if (!canSeePortfolio(actor)) session.refuse(channel, 'forbidden')
          else if (!seesEveryProject(actor)) void settle(session, channel)
        } else if (kind === 'project' && !canSeeProjectOf(actor, teamOf(id))) {
          void settle(session, channel)
        }
      }
    },
  }
}
export type Subscriptions = ReturnType<typeof subscriptions>

const question = (session: Session) => ({
  token: session.token().text,
  correlationId: session.ids[0] ?? '',
})
