import type { LeafPhrases } from './leaf-phrases';

/** Words of Sichuan speech, as older residents and staff write them in chat groups, by leaf code. */
export const localPhrases: Readonly<Record<string, Omit<LeafPhrases, 'code'>>> = {
  'governance.mediation': { strong: ['扯筋|扯皮|角孽|过孽|吵嘴|闹架|割孽|扯拐|扯横筋'], weak: ['打横耙|毛起'] },
  'governance.deliberation': { strong: ['摆龙门阵|坝坝会|院坝会|板凳会|摆一摆'], weak: ['冲壳子'] },
  'livelihood.child': { strong: ['娃儿|细娃|幺儿|奶娃儿|崽崽|学生娃'], weak: [] },
  'livelihood.elder': { strong: ['老辈子|婆婆爷爷|老年人吃饭|老汉儿|空巢老人'], weak: ['婆婆|爷爷|太婆'] },
  'facility.charging': { strong: ['电马儿|电驴|电马|电动车充电|扯线充电|牵线充电|吊线充电'], weak: [] },
  'facility.waste': { strong: ['渣渣|渣滓|甩渣渣|丢渣渣|倒渣渣'], weak: ['撮箕'] },
  'facility.pipe': { strong: ['阴沟|阳沟|堵起了|浸水|漏水浸墙|滴水|房子浸水'], weak: ['稀烂'] },
  'facility.parking': { strong: ['车子乱停|车子没得地方停|车没得停处|把路堵起'], weak: [] },
  'facility.elevator': { strong: ['爬楼恼火|上不去楼|楼高爬不动'], weak: [] },
  'property.introduce': { strong: ['没得物业|没得人管院子|请个物业|守门大爷'], weak: ['没得人管'] },
  'property.custody': { strong: ['物业跑了|物业甩摊子|甩摊子|没得人收渣渣'], weak: [] },
  'owners.election': { strong: ['选业委会|没得业委会'], weak: [] },
  'making.culture': { strong: ['坝坝舞|坝坝宴|耍坝坝|打堆堆|九大碗|转转会'], weak: ['闹热|耍'] },
  'making.pet': { strong: ['狗屎|遛狗不拴|狗儿没拴|猫儿狗儿'], weak: ['狗儿|猫儿'] },
  'livelihood.domestic': { strong: ['剃脑壳|剪脑壳|补锅|磨菜刀|修脚'], weak: [] },
  'livelihood.health': { strong: ['看病不方便|量血压|拿脉'], weak: ['心头不安逸|心焦'] },
};
