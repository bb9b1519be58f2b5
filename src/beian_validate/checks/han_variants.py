"""Characters that are easily taken for the ones on a licence of the mainland.

Both tables are our own, from general knowledge, and hold only characters with one answer. A traditional
form that is also right in simplified text or in names (乾 於 徵 著 藉 瞭 鍾 後 菸 …) is left out.
"""

from typing import Final

_TRADITIONAL_ROWS: Final = (
    "國国 業业 東东 華华 車车 電电 長长 門门 開开 關关 馬马 鳥鸟 魚鱼 龍龙 龜龟 齊齐 齒齿 麥麦 黃黄 點点",
    "廣广 產产 廠厂 廈厦 慶庆 應应 廢废 慮虑 學学 實实 寶宝 審审 寫写 宮宫 寬宽 憲宪 賓宾 對对 導导 專专",
    "網网 線线 組组 織织 經经 營营 紅红 級级 紀纪 約约 純纯 紗纱 紙纸 納纳 紡纺 細细 終终 紹绍 結结 絡络",
    "給给 統统 絲丝 綠绿 維维 綱纲 編编 練练 總总 績绩 繪绘 繼继 續续 縣县 緣缘 縱纵 紛纷 綜综 綿绵 緯纬",
    "計计 訂订 記记 訊讯 討讨 訓训 設设 許许 訪访 評评 詞词 試试 詩诗 話话 該该 詳详 誠诚 語语 說说 請请",
    "諸诸 課课 調调 談谈 論论 證证 識识 譯译 議议 護护 讀读 變变 讓让 認认 誼谊 諮咨 謀谋 謝谢 謙谦 講讲",
    "貝贝 財财 貢贡 貨货 購购 貿贸 費费 貴贵 買买 賣卖 資资 賽赛 質质 賀贺 賢贤 賬账 賴赖 贈赠 贏赢 賞赏",
    "軌轨 軍军 軟软 軸轴 載载 輔辅 輕轻 輝辉 輪轮 輯辑 輸输 轉转 辦办 辭辞 農农 運运 過过 達达 違违 遠远",
    "適适 遷迁 選选 還还 邊边 進进 連连 遊游 週周 遞递 鄉乡 鄭郑 鄧邓 鄰邻 醫医 釀酿 醬酱 釋释 針针 釣钓",
    "鈴铃 鉛铅 鋼钢 錄录 錢钱 錦锦 鍋锅 鍵键 鎮镇 鏡镜 鐘钟 鐵铁 鑄铸 鑒鉴 銀银 銅铜 銘铭 銷销 鋒锋 錫锡",
    "閃闪 閉闭 問问 間间 閱阅 聞闻 闊阔 隊队 階阶 際际 陽阳 陰阴 陳陈 陸陆 險险 隨随 隱隐 雙双 雜杂 離离",
    "難难 雲云 靈灵 霧雾 靜静 韓韩 響响 頁页 項项 順顺 須须 預预 領领 頭头 題题 額额 顏颜 願愿 類类 顧顾",
    "顯显 風风 飛飞 飯饭 飲饮 飾饰 養养 餘余 館馆 駕驾 駐驻 騎骑 驗验 驚惊 騰腾 駿骏 體体 鬥斗 鬧闹",
    "鮮鲜 鯨鲸 鳳凤 鳴鸣 鴻鸿 鵬鹏 鷹鹰 鶴鹤 鹽盐 麗丽 黨党 齡龄 億亿 個个 倉仓 們们 倫伦 偉伟 側侧 偵侦",
    "備备 傑杰 傳传 債债 傷伤 傾倾 僅仅 僑侨 價价 儀仪 優优 儲储 兒儿 兩两 凍冻 別别 剛刚 創创 劃划 劇剧",
    "劉刘 劍剑 劑剂 動动 務务 勝胜 勞劳 勢势 勵励 勸劝 區区 協协 單单 員员 喬乔 嘗尝 團团 園园 圍围",
    "圓圆 圖图 執执 堅坚 報报 場场 塊块 塗涂 墊垫 壇坛 壓压 壘垒 壯壮 聲声 處处 夢梦 夾夹 奧奥 奮奋 婦妇",
    "媽妈 嬰婴 孫孙 尋寻 將将 層层 屬属 岡冈 島岛 崗岗 嶺岭 嶽岳 幣币 師师 帶带 幫帮 幹干 幾几 庫库 張张",
    "彈弹 強强 彎弯 從从 復复 徑径 愛爱 慣惯 態态 憑凭 懷怀 戀恋 戰战 戲戏 戶户 掃扫 掛挂 採采",
    "換换 揚扬 損损 搖摇 搶抢 擇择 擊击 擔担 據据 擁拥 擴扩 攝摄 敵敌 數数 斷断 時时 暢畅 曉晓 曆历 書书",
    "會会 條条 楊杨 極极 構构 槍枪 樂乐 標标 樓楼 樣样 樹树 橋桥 機机 檢检 檔档 權权 歐欧 歡欢 歲岁 歷历",
    "歸归 殺杀 殼壳 氣气 漢汉 決决 況况 淨净 淺浅 減减 測测 湯汤 滅灭 準准 溝沟 溫温 滾滚 滿满 漁渔 潔洁",
    "潤润 澤泽 濟济 濱滨 濃浓 濕湿 灣湾 瀋沈 瀏浏 燈灯 燒烧 熱热 燦灿 爐炉 爾尔 牆墙 狀状 獎奖 獨独",
    "獲获 獸兽 現现 瑪玛 環环 瓊琼 療疗 發发 監监 盤盘 盧卢 確确 碼码 礎础 礦矿 禮礼 禪禅 種种 稱称 穩稳",
    "積积 窩窝 競竞 筆笔 節节 範范 築筑 簡简 簽签 籃篮 糧粮 緊紧 羅罗 義义 習习 聖圣 聯联 職职 肅肃 腦脑",
    "膚肤 膠胶 臉脸 臨临 臺台 與与 興兴 舉举 舊旧 艙舱 艦舰 藝艺 莊庄 萊莱 萬万 葉叶 蒼苍 蓋盖 蓮莲",
    "蔣蒋 薦荐 薩萨 藍蓝 藥药 蘇苏 蘭兰 蝦虾 螞蚂 衛卫 術术 衝冲 補补 裝装 裡里 製制 複复 見见 規规 視视",
    "親亲 覺觉 覽览 觀观 觸触 號号 豐丰 豬猪 貓猫 跡迹 踐践 躍跃 這这 邏逻 勁劲 榮荣 蕭萧 趙赵 吳吴",
)
TRADITIONAL: Final = {pair[0]: pair[1] for row in _TRADITIONAL_ROWS for pair in row.split() if pair[0] != pair[1]}

_RADICALS: Final = dict(
    zip(
        "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻰⻳",
        "民西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐龙龟",
        strict=True,
    )
)
_CYRILLIC: Final = dict(
    zip(
        "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458",
        "ABEKMHOPCTYXSIJaeopcyxsij",
        strict=True,
    )
)
_GREEK: Final = dict(
    zip(
        "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf",
        "ABEZHIKMNOPTYXo",
        strict=True,
    )
)
LETTERS: Final = frozenset((*_CYRILLIC, *_GREEK))
DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_DOTS: Final = "\u2022\u2027\u2219\u22c5\u30fb\uff65"
_CIRCLES: Final = "\u25cb\u25ef"
LOOK_ALIKES: Final = {
    **_RADICALS,
    **_CYRILLIC,
    **_GREEK,
    **dict.fromkeys(_DOTS, "\u00b7"),
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys(_CIRCLES, "\u3007"),
}

# Unicode's own compatibility forms of Han characters, for use inside [...]; NFKC gives the usual form.
# The twelve of U+FA0E to U+FA29 that are characters in their own right are left out.
COMPATIBILITY_CLASS: Final = (
    "\u2f00-\u2fd5\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufa6d\ufa70-\ufad9"
    "\U0002f800-\U0002fa1d"
)
# Greek and Cyrillic as whole scripts: a text with letters that look like no other is truly written in them.
FOREIGN_CLASS: Final = "\u0370-\u03ff\u0400-\u052f"
