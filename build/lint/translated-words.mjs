/** Letters that say something; the program's own name is the same in every language. */
const hasWord = (text) => /\p{L}/u.test(text.replaceAll('Habeas', ''))
/** Attributes whose text a person sees or hears. */
const spoken = new Set([
  'label',
  'placeholder',
  'title',
  'alt',
  'description',
  'errorMessage',
  'heading',
  'tooltip',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'aria-placeholder',
])
const macros = new Set(['Trans', 'Plural', 'Select', 'SelectOrdinal'])
/** What stands in these is no prose: names of keys are printed on the keyboard. */
const exempt = new Set([...macros, 'kbd'])

const insideMacro = (node) => {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'JSXElement' && exempt.has(at.openingElement.name.name)) return true
  return false
}

/** Strings that an expression yields as they stand: literals, templates, either side of a choice. Tagged templates are translated. */
function literals(node) {
  if (!node) return []
  if (node.type === 'JSXExpressionContainer') return literals(node.expression)
  if (node.type === 'Literal') return typeof node.value === 'string' && hasWord(node.value) ? [node] : []
  if (node.type === 'TemplateLiteral') return node.quasis.some((quasi) => hasWord(quasi.value.raw)) ? [node] : []
  if (node.type === 'ConditionalExpression') return [...literals(node.consequent), ...literals(node.alternate)]
  if (node.type === 'LogicalExpression') return [...literals(node.left), ...literals(node.right)]
  return []
}

/** Every visible word of the page goes through Lingui. */
export const translatedWords = {
  create(context) {
    const report = (node) => context.report({ node, message: 'Words that people see go through Lingui: <Trans>, t`…`, <Plural>.' })
    return {
      JSXText(node) {
        if (hasWord(node.value.replaceAll(/&\w+;/g, '')) && !insideMacro(node)) report(node)
      },
      JSXExpressionContainer(node) {
        if (node.parent.type !== 'JSXElement' && node.parent.type !== 'JSXFragment') return
        if (!insideMacro(node)) for (const found of literals(node)) report(found)
      },
      JSXAttribute(node) {
        const name = node.name.type === 'JSXNamespacedName' ? '' : node.name.name
        if (!spoken.has(name) || macros.has(node.parent.name?.name)) return
        for (const found of literals(node.value)) report(found)
      },
    }
  },
}
