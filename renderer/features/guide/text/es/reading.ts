import type { SameShape } from '../../blocks.ts'
import type { reading as english } from '../en/reading.ts'

export const reading: SameShape<typeof english> = {
  whereabouts: {
    title: 'Paradero, vacíos y situación de custodia',
    lead: 'El paradero de una persona es una serie de notas: un lugar, desde cuándo, hasta cuándo. Lo que queda entre ellas es un vacío, y por los vacíos preguntan las familias.',
    blocks: [
      {
        kind: 'picture',
        picture: 'case',
        alt: 'Un expediente: situación, paradero en el tiempo con un vacío rayado, y afirmaciones con el número de su fuente.',
      },
      {
        kind: 'list',
        items: [
          'Agregue una nota por cada lugar con {addNote}. Deje el lugar vacío si nadie lo sabe.',
          'Anote también lo que se dijo a la familia: si la detención se admitió o se negó, y quién puede ver a la persona.',
          'Los días que ninguna nota cubre aparecen como vacío, rayados, con su número. Los vacíos no se escriben.',
          'Dos notas que ponen a la persona en dos lugares el mismo día se muestran como contradictorias. Guarde ambas hasta saberlo.',
        ],
      },
      { kind: 'heading', text: 'Situación de custodia' },
      {
        kind: 'text',
        text: 'La situación de custodia es cómo llamaría la ley a lo que pasa ahora: sin cargos, en prisión preventiva, en juicio, cumpliendo pena, en libertad, desaparecida. Cada cambio es una fila con su día y su fuente; la última es la actual.',
      },
      {
        kind: 'table',
        head: ['Signo', 'Qué dice'],
        rows: [
          ['punto lleno, rojo pardo', 'detenida'],
          ['punto hueco, ámbar', 'nadie lo sabe'],
          ['punto lleno, verde', 'libre'],
          ['barra gris', 'terminado: murió, o el expediente está cerrado'],
        ],
      },
      {
        kind: 'note',
        text: 'Los días de detención se cuentan desde el día del arresto, sin contar ese día.',
      },
    ],
  },
  finding: {
    title: 'Encontrar',
    lead: 'Escriba unas letras. Los expedientes se encuentran por nombres, lugares, cargos, referencias y cada palabra de sus textos.',
    blocks: [
      { kind: 'picture', picture: 'search', alt: 'Un nombre, encontrado en varios alfabetos y grafías.' },
      {
        kind: 'list',
        items: [
          '[Ctrl+K] encuentra expedientes, personas, fuentes y órdenes desde cualquier parte. [Ctrl+F] lleva a la lista de expedientes; [↓] pasa de su campo a la lista, [Enter] abre.',
          'Las tildes y mayúsculas no importan: «nandu» encuentra «Ñandú».',
          'El alfabeto no importa en los nombres: «Muhammad» encuentra محمد y Мухаммад, y varias grafías.',
          'Basta el comienzo de una palabra; si hay varias, deben estar todas.',
          'Las fuentes protegidas se encuentran solo por su nombre en clave.',
        ],
      },
      {
        kind: 'text',
        text: 'Sobre la lista hay filtros, cada uno con el número de expedientes que dejaría. Se combinan entre sí y con palabras.',
      },
      {
        kind: 'text',
        text: 'Lo que se busca una y otra vez se puede guardar como búsqueda con su propio nombre. Se guarda la pregunta, no la respuesta: cada vez se busca de nuevo.',
      },
      {
        kind: 'note',
        text: '¿No aparece nada? Pruebe con menos letras, con otra grafía del apellido, o quite filtros.',
      },
    ],
  },
  history: {
    title: 'Historial, deshacer y papelera',
    lead: 'Todo cambio se conserva: quién, cuándo, qué había antes. Nada de lo que se corrige o se quita se pierde.',
    blocks: [
      {
        kind: 'list',
        items: [
          '[Ctrl+Z] deshace el último cambio, esté donde esté. Deshacer también es un cambio y puede deshacerse.',
          '{history} muestra todos los cambios de un expediente; en un campo, solo los del campo.',
          'Un cambio no puede deshacerse si otro posterior tocó el mismo campo. Deshaga primero ese.',
        ],
      },
      { kind: 'heading', text: 'La papelera' },
      {
        kind: 'text',
        text: 'Lo que se quita va a la papelera con todo lo que depende de ello, y vuelve junto con {restore}. Sigue en la bóveda, cifrado. Una fuente que aún se cita no puede quitarse.',
      },
      { kind: 'heading', text: 'Dos personas en un mismo campo' },
      {
        kind: 'text',
        text: 'Si un campo se cambió en otra parte mientras usted escribía, nada se sobrescribe. Se muestran las dos versiones, y usted elige.',
      },
    ],
  },
  reports: {
    title: 'Informes, y lo que sale de la bóveda',
    lead: 'Un informe es lo primero que sale de la bóveda. Desde entonces es un archivo como cualquier otro, y Habeas ya no puede protegerlo.',
    blocks: [
      { kind: 'picture', picture: 'report', alt: 'Un informe junto a sus opciones: idioma, para quién, a qué fecha.' },
      {
        kind: 'steps',
        items: [
          'Abra el expediente y elija {report}.',
          'Elija el idioma y {forWhom}. El idioma del informe no tiene que ser el del programa.',
          'Léalo. Lo que falta o no tiene fuente se dice en él.',
          '{savePdf} pregunta dónde ponerlo. La bóveda anota que este informe salió y para quién.',
        ],
      },
      {
        kind: 'list',
        items: [
          'Las fuentes protegidas aparecen con su nombre en clave en todo informe.',
          'El PDF no lleva autor, ni nombre de programa, ni ruta: su título y nada más.',
          'El mismo expediente en el mismo día da el mismo archivo, byte por byte.',
        ],
      },
      {
        kind: 'note',
        text: 'El texto libre sale como se escribió. Si puso el nombre de una persona protegida en una nota o un resumen, está en el informe: léalo antes de entregarlo.',
      },
    ],
  },
}
