import { roleWord } from '#shared/format/role-word.ts'
import { Avatar } from '#shared/ui/Avatar.tsx'
import type { DemoAccount } from './sign-in-query.ts'
import { texts } from './texts.ts'

interface DemoAccountsProps {
  accounts: readonly DemoAccount[]
  onChoose: (account: DemoAccount) => void
}

export const DemoAccounts = ({ accounts, onChoose }: DemoAccountsProps) => (
  <section aria-labelledby="demo-accounts">
    <h2 id="demo-accounts" className="font-medium">
      {texts.demoTitle}
    </h2>
    <p className="mt-0.5 text-ink-3 text-xs">{texts.demoNote}</p>
    <ul className="mt-3 rounded-lg border border-line bg-surface">
      {accounts.map((account) => (
        <li key={account.email} className="group border-line not-first:border-t">
          <button
            type="button"
            onClick={() => onChoose(account)}
            className="grid w-full grid-cols-[28px_minmax(0,1fr)_auto] items-center gap-3 px-4 py-2.5 -outline-offset-2 hover:bg-hover group-first:rounded-t-lg group-last:rounded-b-lg"
          >
            <Avatar name={account.display_name} size="lg" decorative />
            <span>
              <span className="font-medium">{account.display_name}</span>
              <span className="block text-ink-3 text-xs">{account.purpose}</span>
            </span>
            <span className="text-ink-2">{roleWord(account.role)}</span>
          </button>
        </li>
      ))}
    </ul>
  </section>
)
