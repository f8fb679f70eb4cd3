/** The words of the letters in the box, piece by piece. Days that no policy gives are lines to be filled in by hand. */
import { addressee, body, boxes, docx, fields, figures, head, number, rows, seal, title } from './docx.ts';

const day = '____年__月__日';
const signed = `签名：____________　${day}`;
const sealed = `（盖章）　签名：____________　${day}`;

const grounds = rows(
  [3, '情形', '{事由}'],
  [2, '条款', '{条款}'],
  [4, '数据依据', '{依据}'],
  [2, '说明', '{说明}'],
);
const found =
  '你（工号 {工号}，{所属机构}，现聘{现聘等级}）在{季度}客户经理考核中，有《{制度}》所列的下列情形：';
const objection = `如对本决定有异议，可于${day}前以书面形式向人力资源部申请复核。`;
const ofTheBank = seal('{银行}（盖章）', '{日期}');
const heading = (words: string): string => `${head('{银行}')}${number('{文号}')}${title(words)}`;

const letters: Readonly<Record<string, readonly string[]>> = {
  诫勉通知书: [
    heading('诫勉通知书'),
    addressee('{姓名}同志：'),
    body(found),
    grounds,
    body('依照上述条款，决定对你予以诫勉。诫勉期自{日期}起，至{期满日}期满，期内费用按规定减半发放。'),
    body(
      '诫勉期内，请针对上述情形改进工作。期满由分行对照主要业务指标考核：已改进的，予以解除；仍无起色的，予以低聘或退出客户经理序列。',
    ),
    body(objection),
    ofTheBank,
    boxes(640, ['本人阅知', signed], ['谈话人', signed]),
  ],
  黄牌警告通知书: [
    heading('黄牌警告通知书'),
    addressee('{姓名}同志：'),
    body(found),
    grounds,
    body('依照上述条款，决定自{日期}起对你予以黄牌警告，记入客户经理台账。{再次受到时}。'),
    body('请针对上述情形提出改进措施，并报所在机构负责人。'),
    body(objection),
    ofTheBank,
    boxes(640, ['本人阅知', signed], ['谈话人', signed]),
  ],
  解聘建议书: [
    heading('解聘建议书'),
    addressee('{审批机构}：'),
    body(
      '{所属机构}客户经理{姓名}（工号 {工号}，现聘{现聘等级}）在{季度}客户经理考核中，有《{制度}》所列的下列情形：',
    ),
    grounds,
    body('依照上述条款，建议自{日期}起予以解聘。请审批。'),
    body(`本人可于${day}前就上述情形书面陈述意见，随本建议书一并报送。`),
    seal('{银行}人力资源部（盖章）', '{日期}'),
    boxes(
      1100,
      ['本人陈述', signed],
      ['所在机构意见', sealed],
      ['人力资源部意见', sealed],
      ['审批机构决定', sealed],
    ),
  ],
  聘任通知: [
    heading('聘任通知'),
    addressee('{所属机构}：'),
    body('依照《{制度}》，{季度}考核后，经{审批机构}审批，你单位下列人员聘任如下，自{日期}起执行：'),
    rows(
      [3, '工号', '{工号}'],
      [3, '姓名', '{姓名}'],
      [4, '原聘等级', '{现聘等级}'],
      [3, '审批结果', '{处理}'],
      [4, '聘任等级', '{拟聘等级}'],
      [3, '说明', '{说明}'],
    ),
    body('请通知本人，并办理等级和费用的变更手续。'),
    body(`本人如有异议，可于${day}前以书面形式向人力资源部申请复核。`),
    ofTheBank,
  ],
  岗位等级评审表: [
    title('岗位等级评审表'),
    addressee('{银行}　　{季度}　　依照《{制度}》{条款}'),
    fields(
      [
        ['姓名', '{姓名}'],
        ['工号', '{工号}'],
      ],
      [
        ['所属机构', '{所属机构}'],
        ['现聘等级', '{现聘等级}'],
      ],
      [
        ['申请等级', '{建议等级}'],
        ['聘任建议', '{建议}'],
      ],
      [
        ['须认定', '{须认定}'],
        ['审批机构', '{审批机构}'],
      ],
    ),
    figures(
      [10, '项目', '{项目}'],
      [7, '实绩', '{实绩}'],
      [7, '标准', '{标准}'],
      [7, '结论', '{结论}'],
      [6, '条款', '{条款}'],
    ),
    boxes(
      1250,
      ['本人', signed],
      ['管理小组', sealed],
      ['支行领导班子', sealed],
      ['业务部门', sealed],
      ['国际业务部门', sealed],
      ['授信部门', sealed],
      ['风险部门', sealed],
      ['人力资源部', sealed],
      ['审批机构决定', sealed],
    ),
  ],
  书面说明: [
    head('{银行}'),
    title('书面说明'),
    addressee('人力资源部：'),
    body(
      '{所属机构}客户经理{姓名}（工号 {工号}，现聘{现聘等级}）在{季度}客户经理考核中，有下列须依照《{制度}》书面说明的事项：',
    ),
    rows([3, '事项', '{事由}'], [2, '条款', '{条款}'], [4, '数据依据', '{依据}']),
    body(`请在下面说明原因，于${day}前交人力资源部。`),
    boxes(3600, ['说明', signed]),
    boxes(1300, ['所在机构负责人', sealed]),
  ],
};

/** Each template by its file's name. */
export const templates = (): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(letters).map(([name, pieces]) => [`${name}.docx`, docx(pieces)]));
