export function loader() {
  throw new Error('broken on purpose')
}

export default function Throws() {
  return <p>never</p>
}
