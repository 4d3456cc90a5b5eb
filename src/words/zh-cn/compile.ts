import type { compile as en } from '../en/compile';
import type { Translation } from '../places';

export const compile: Translation<typeof en> = {
  'compile.unexpectedToken': '这里不应该出现 {token}。',
  'compile.expected': '这里不应该出现 {token}，应该是 {expected}。',
  'compile.somethingMissing': '这里不应该出现 {token}。它前面是否少了运算符、逗号、分号或换行？',
  'compile.unexpectedEnd': '代码没有写完：缺少括号、花括号或一个值。',
  'compile.unterminatedString': '这个字符串缺少结尾的引号。',
  'compile.unterminatedTemplate': '这个模板字符串缺少结尾的反引号（`）。',
  'compile.unterminatedComment': '这段注释缺少结尾的 */。',
  'compile.unterminatedRegExp': '这个正则表达式缺少结尾的 /。',
  'compile.missingInitializer': '{kind} 声明必须有初始值：请在名称后写上 = 和值。',
  'compile.missingPatternInitializer': '解构声明必须有被解构的对象或数组：请写上 = 和值。',
  'compile.alreadyDeclared': '{name} 在本单元格中已经声明过。',
  'compile.parameterClash': '这个函数有两个同名的参数。',
  'compile.reservedWord': '{name} 是保留字，不能用在这里。',
  'compile.awaitOutside': 'await 只能用在单元格的顶层或 async 函数里：请在这个函数前加上 async。',
  'compile.returnOutside': 'return 只能用在函数里。要显示一个值，请把它写在单元格末尾，不加分号。',
  'compile.jumpOutside': '{name} 只能用在循环里（break 也可用在 switch 里）。',
  'compile.badTarget': '不能给这个表达式赋值。',
  'compile.importNotAtTop': 'import 和 export 只能写在单元格的顶层。',
  'compile.unknownExport': '导出了 {name}，但本单元格没有声明它。',
  'compile.badNumber': '这不是一个合法的数字。名称不能以数字开头。',
  'compile.syntax': '这不是合法的 TypeScript：{detail}。',
  'compile.tooLarge':
    '这个单元格太大：它有 {size:#} 个单词、符号和行，最多可以有 {limit:#} 个。数据请放在文件里，用 fileInput() 读取。',
  'compile.tooLong': '这个单元格太长：最多 {limit:#} 个字符。',
  'compile.tooDeep': '这段代码嵌套得太深。',
  'compile.namespace': '单元格里的 namespace 只能包含类型，不能包含代码。请改用对象或普通函数。',
  'compile.decorator': '单元格里不能使用装饰器（@）。请直接调用函数：const Named = decorator(class { … })。',
  'compile.jsx':
    '单元格里不能使用 JSX（代码中的 <标签>）：这里没有可以放置元素的页面。用 show() 显示值，用 console.log() 打印文字。',
  'compile.typeAcrossLines': '类型中的文本必须写在同一行。',
  'compile.unknownModule': '单元格只能导入 @tensorflow/tfjs、lab 和 datasets，不能导入 {module}。',
  'compile.noDefault': '{module} 没有默认导出：请写 import * as {name}，或在花括号里写出需要的名称。',
  'compile.badExport': '单元格之间不用 export 就能共享名称。只允许在声明前写 export（没有任何作用）。',
  'compile.duplicate':
    '{name} 在多个单元格中声明：{cells}。请只保留一处，其余改名；或者用 { … } 括住其中一个单元格的代码，它的名称就只属于它自己。',
  'compile.foreignWrite': '单元格“{cell}”给 {name} 赋值，但它属于单元格“{owner}”，只有那个单元格可以修改它。',
  'compile.cycle': '这些单元格互相依赖，形成了循环：{cells}。请移动某个声明来打破循环。',
  'compile.andMore': '{cells}等，另有 {count:#} 个',
};
