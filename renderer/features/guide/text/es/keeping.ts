import type { SameShape } from '../../blocks.ts'
import type { keeping as english } from '../en/keeping.ts'

export const keeping: SameShape<typeof english> = {
  locking: {
    title: 'Bloquear, y saber si alguien la ha tocado',
    lead: 'Bloqueada quiere decir ida: cada parte del programa termina y empieza de nuevo, para que ningún nombre quede en su memoria.',
    blocks: [
      {
        kind: 'list',
        items: [
          '[F9], [Ctrl+L] o {lock}, en cualquier momento y desde cualquier campo. En {settings} puede activar además una tecla que bloquea desde otros programas.',
          'Se bloquea sola tras un rato sin uso, cuando el equipo se suspende y cuando se bloquea su pantalla. Cuánto tarda se elige en {settings}.',
          'Cerrar la última ventana también la bloquea.',
          'Lo que estaba escribiendo se conserva, cifrado, y está ahí al desbloquear.',
          '{hideWindow} está en {settings}, para los sistemas que lo permiten.',
          'Lo que copió se quita del portapapeles al medio minuto y al bloquear, si todavía está.',
        ],
      },
      { kind: 'heading', text: '¿La ha tocado alguien?' },
      {
        kind: 'text',
        text: 'Al desbloquear, la primera página dice el número, el día y cuatro palabras de {lastChange}. Si no son los que dejó, alguien puede haber puesto una copia antigua. Anótelos en papel cuando importe.',
      },
      {
        kind: 'text',
        text: '{checkVault}, en {settings}, recorre cada página, cada registro y cada entrada del historial, y nombra lo que está mal.',
      },
      {
        kind: 'note',
        text: 'Esto muestra que alguien alteró los archivos desde fuera. No puede mostrar lo que hizo quien tenía una llave: eso está en el historial, con el nombre de esa llave.',
      },
    ],
  },
  keys: {
    title: 'Frases de contraseña y llaves',
    lead: 'Nadie puede abrir la bóveda sin una llave, y nadie puede hacer una nueva desde fuera: ni una oficina ni quienes hacen Habeas.',
    blocks: [
      { kind: 'heading', text: 'La frase de contraseña' },
      {
        kind: 'list',
        items: [
          'Más vale larga que rara: siete palabras que no tengan que ver entre sí.',
          'Al principio escríbala en papel y guarde el papel donde no esté el equipo. Quémelo cuando la sepa de memoria y haya probado otra forma de entrar.',
          'Cámbiela en {settings}. Abrir tarda cerca de un segundo a propósito: lo mismo tarda cada intento de adivinarla.',
        ],
      },
      { kind: 'heading', text: 'Una llave para cada colega' },
      {
        kind: 'text',
        text: 'Quien trabaja con la bóveda tiene una frase de contraseña propia, para que nadie diga la suya y el historial diga quién hizo qué. Cada una abre la bóveda entera. {addColleague}, en {settings}; la escribe la propia persona, sin que usted la vea.',
      },
      { kind: 'heading', text: 'Otra forma de entrar' },
      {
        kind: 'list',
        items: [
          '{makeCode}: un código largo en papel. Quien tiene el papel y la bóveda puede leerlo todo.',
          '{makeCards}: para varias personas o lugares. Algunas de ellas juntas abren la bóveda, dos de cinco si no elige otra cosa. Una sola no abre nada. Llevan el número de la bóveda y ningún nombre.',
          'Pruébelas antes de confiar en ellas. Un código con un error no abre nada el día en que se necesita.',
          '{forgot} En la pantalla de bloqueo, esto pide el código o las palabras de suficientes tarjetas. Después elige una frase nueva. No se pierde nada.',
        ],
      },
      { kind: 'heading', text: 'Retirar una llave' },
      {
        kind: 'text',
        text: 'Una llave revocada ya no abre la bóveda. Pero cada copia anterior de la bóveda la lleva todavía: una copia de respaldo, una copia en una memoria USB. Quien tiene esa copia y la llave antigua abre la copia, y con lo que hay en ella también la bóveda de hoy.',
      },
      {
        kind: 'text',
        text: 'Para acabar con eso: {newKey}. Todo se cifra de nuevo; un corte de luz entretanto no hace daño. El código y las tarjetas de recuperación dejan de valer y hay que hacerlos de nuevo. Las copias de respaldo anteriores se siguen abriendo con las llaves de su día: borre las que nadie deba leer.',
      },
    ],
  },
  backups: {
    title: 'Copias de respaldo',
    lead: 'Una copia de respaldo es un archivo cifrado con toda la bóveda dentro. Se abre con las llaves del día en que se hizo.',
    blocks: [
      {
        kind: 'list',
        items: [
          'Se hacen solas: con el primer cambio de un día, y antes de adaptar la bóveda a una versión más nueva de Habeas. Y en cualquier momento: {backUpNow}.',
          'Cada una se abre y se comprueba después de escribirla. {backups}, en {settings}, dice cuándo se hizo la última buena; si falta desde hace un tiempo, también lo dice la primera página.',
          'Se conservan la más reciente de cada uno de los últimos 7 días, 4 semanas y 12 meses, y todas las anteriores a una versión más nueva. Cuando el disco se llena, se van primero las más antiguas.',
          'Están en la carpeta de la bóveda, en «backups». Ahí sirven contra errores y daños, y no contra un ladrón o un disco muerto.',
        ],
      },
      { kind: 'heading', text: 'Un segundo lugar' },
      {
        kind: 'text',
        text: 'Elija una carpeta en otra unidad, mejor una cifrada que se guarde en otro sitio. Siempre que la unidad está conectada, las copias nuevas se llevan allí y se comprueban.',
      },
      { kind: 'heading', text: 'Recuperar una' },
      {
        kind: 'list',
        items: [
          'En la pantalla de bloqueo: {wrong}, y luego {restoreBackup}. Ocupa el lugar de la bóveda, que se conserva entera al lado con otro nombre.',
          'Si guarda una en otro sitio, ponga antes su archivo en la carpeta «backups» de la bóveda.',
          'Necesita una frase de contraseña que abriera la bóveda ese día.',
          'Antes de restaurarla ve de cuándo es, cuántos expedientes contiene y cuántos cambios posteriores faltarían.',
        ],
      },
      {
        kind: 'note',
        text: 'Quien fue borrado de la bóveda para siempre sigue en las copias anteriores. Bórrelas a mano si no debe quedar nada.',
      },
      { kind: 'text', text: 'Cuando la bóveda ya no se abre: {#damage}.' },
    ],
  },
}
