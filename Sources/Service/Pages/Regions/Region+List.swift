/// Codes of GB/T 2260: the prefectures of Zhejiang, the districts of those whose documents are
/// served, and the provinces.
extension Region {
  static let provinceDistricts: [Region] = [
    Region("330100", "杭州市", "Hangzhou"), Region("330200", "宁波市", "Ningbo"),
    Region("330300", "温州市", "Wenzhou"), Region("330302", "鹿城区", "Lucheng"),
    Region("330303", "龙湾区", "Longwan"), Region("330304", "瓯海区", "Ouhai"),
    Region("330305", "洞头区", "Dongtou"), Region("330324", "永嘉县", "Yongjia"),
    Region("330326", "平阳县", "Pingyang"), Region("330327", "苍南县", "Cangnan"),
    Region("330328", "文成县", "Wencheng"), Region("330329", "泰顺县", "Taishun"),
    Region("330381", "瑞安市", "Rui’an"), Region("330382", "乐清市", "Yueqing"),
    Region("330383", "龙港市", "Longgang"), Region("330400", "嘉兴市", "Jiaxing"),
    Region("330500", "湖州市", "Huzhou"), Region("330502", "吴兴区", "Wuxing"),
    Region("330600", "绍兴市", "Shaoxing"), Region("330700", "金华市", "Jinhua"),
    Region("330800", "衢州市", "Quzhou"), Region("330900", "舟山市", "Zhoushan"),
    Region("331000", "台州市", "Taizhou"), Region("331002", "椒江区", "Jiaojiang"),
    Region("331003", "黄岩区", "Huangyan"), Region("331004", "路桥区", "Luqiao"),
    Region("331022", "三门县", "Sanmen"), Region("331023", "天台县", "Tiantai"),
    Region("331024", "仙居县", "Xianju"), Region("331081", "温岭市", "Wenling"),
    Region("331082", "临海市", "Linhai"), Region("331083", "玉环市", "Yuhuan"),
    Region("331100", "丽水市", "Lishui"),
  ]

  static let provinces: [Region] = [
    Region("110000", "北京市", "Beijing"), Region("120000", "天津市", "Tianjin"),
    Region("130000", "河北省", "Hebei"), Region("140000", "山西省", "Shanxi"),
    Region("150000", "内蒙古自治区", "Inner Mongolia"), Region("210000", "辽宁省", "Liaoning"),
    Region("220000", "吉林省", "Jilin"), Region("230000", "黑龙江省", "Heilongjiang"),
    Region("310000", "上海市", "Shanghai"), Region("320000", "江苏省", "Jiangsu"),
    Region("340000", "安徽省", "Anhui"), Region("350000", "福建省", "Fujian"),
    Region("360000", "江西省", "Jiangxi"), Region("370000", "山东省", "Shandong"),
    Region("410000", "河南省", "Henan"), Region("420000", "湖北省", "Hubei"),
    Region("430000", "湖南省", "Hunan"), Region("440000", "广东省", "Guangdong"),
    Region("450000", "广西壮族自治区", "Guangxi"), Region("460000", "海南省", "Hainan"),
    Region("500000", "重庆市", "Chongqing"), Region("510000", "四川省", "Sichuan"),
    Region("520000", "贵州省", "Guizhou"), Region("530000", "云南省", "Yunnan"),
    Region("540000", "西藏自治区", "Tibet"), Region("610000", "陕西省", "Shaanxi"),
    Region("620000", "甘肃省", "Gansu"), Region("630000", "青海省", "Qinghai"),
    Region("640000", "宁夏回族自治区", "Ningxia"), Region("650000", "新疆维吾尔自治区", "Xinjiang"),
    Region("710000", "台湾省", "Taiwan"), Region("810000", "香港特别行政区", "Hong Kong"),
    Region("820000", "澳门特别行政区", "Macao"),
  ]
}
