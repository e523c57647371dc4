import { defineVocabulary } from './vocabulary';

/** Roles of a person in an organisation (成员角色). The first three are for any; officers belong to subdistricts and departments, brokers and administrators to the association. */
export const memberRoles = defineVocabulary({
  owner: { zh: '负责人', en: 'Owner' },
  editor: { zh: '编辑', en: 'Editor' },
  viewer: { zh: '查看者', en: 'Viewer' },
  officer: { zh: '街道/部门工作人员', en: 'Officer' },
  broker: { zh: '撮合专员', en: 'Broker' },
  administrator: { zh: '管理员', en: 'Administrator' },
});

/** One role of a member. */
export type MemberRole = keyof typeof memberRoles;
