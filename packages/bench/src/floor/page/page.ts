// Runs in the browser, with its types taken out. The least that shows a board of any size: columns of
// cards of one height, of which only those near the window are in the page.
interface Card {
  id: string
  number: number
  title: string
  status: string
  labels: string[]
  due_date: string | null
}

const cardHeight = 100
const overscan = 4

const projectId = location.pathname.split('/').at(-1)
const answer = await fetch(`/ready-boards/${projectId}`)
const columns = Map.groupBy((await answer.json()) as Card[], ({ status }) => status)
const main = document.querySelector('main') as HTMLElement

const lanes = [...columns.values()].map((cards) => {
  const lane = document.createElement('section')
  lane.style.height = `${cards.length * cardHeight}px`
  main.append(lane)
  return { lane, cards, shown: new Map<number, HTMLElement>() }
})

function show(): void {
  const first = Math.max(0, Math.floor(scrollY / cardHeight) - overscan)
  const last = Math.ceil((scrollY + innerHeight) / cardHeight) + overscan
  for (const { lane, cards, shown } of lanes) {
    for (const [index, element] of shown) {
      if (index >= first && index < last) continue
      element.remove()
      shown.delete(index)
    }
    for (const [offset, card] of cards.slice(first, last).entries()) {
      const index = first + offset
      if (shown.has(index)) continue
      const element = draw(card, index)
      shown.set(index, element)
      lane.append(element)
    }
  }
}

function draw(card: Card, index: number): HTMLElement {
  const element = document.createElement('div')
  element.dataset.card = card.id
  element.style.transform = `translateY(${index * cardHeight}px)`
  const number = document.createElement('small')
  number.textContent = String(card.number)
  const title = document.createElement('div')
  title.textContent = card.title
  const more = document.createElement('small')
  more.textContent = [card.due_date, ...card.labels].filter(Boolean).join(' · ')
  element.append(number, title, more)
  element.addEventListener('pointerdown', (event) => drag(element, event))
  return element
}

/** The card follows the pointer, and the column under it is marked. */
function drag(element: HTMLElement, { clientX, clientY }: PointerEvent): void {
  const home = element.style.transform
  element.ariaPressed = 'true'
  const move = (event: PointerEvent) => {
    const [x, y] = [event.clientX - clientX, event.clientY - clientY]
    element.style.transform = `${home} translate(${x}px, ${y}px)`
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest('section')
    for (const { lane } of lanes) lane.classList.toggle('target', lane === under)
  }
  document.addEventListener('pointermove', move)
  document.addEventListener(
    'pointerup',
    () => {
      document.removeEventListener('pointermove', move)
      element.ariaPressed = null
      element.style.transform = home
    },
    { once: true },
  )
}

document.addEventListener('scroll', show)
show()
