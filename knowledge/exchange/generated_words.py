"""The words of generated records: enough, in six languages, that lists and searches have something to do."""

PATTERNS: dict[str, str] = {
    "en": "{deed} of {thing}: {place} {number}",
    "fr": "{deed} de {thing} : {place} {number}",
    "es": "{deed} de {thing}: {place} {number}",
    "ar": "{deed} {thing}: {place} {number}",
    "ru": "{deed}: {thing}, {place} {number}",
    "zh": "{place}{thing}的{deed} {number}",
}
DEEDS: dict[str, list[str]] = {
    "en": ["Restoration", "Monitoring", "Community management", "Mapping", "Financing", "Protection"],
    "fr": ["Restauration", "Suivi", "Gestion communautaire", "Cartographie", "Financement", "Protection"],
    "es": ["Restauración", "Seguimiento", "Gestión comunitaria", "Cartografía", "Financiación", "Protección"],
    "ar": ["استعادة", "رصد", "الإدارة المجتمعية", "رسم خرائط", "تمويل", "حماية"],
    "ru": ["Восстановление", "Мониторинг", "Общинное управление", "Картирование", "Финансирование", "Охрана"],
    "zh": ["恢复", "监测", "社区管理", "制图", "融资", "保护"],
}
THINGS: dict[str, list[str]] = {
    "en": [
        "mangroves",
        "peatlands",
        "coral reefs",
        "dry forests",
        "pollinators",
        "alpine pastures",
        "seagrass",
        "soils",
    ],
    "fr": [
        "mangroves",
        "tourbières",
        "récifs coralliens",
        "forêts sèches",
        "pollinisateurs",
        "alpages",
        "herbiers marins",
        "sols",
    ],
    "es": [
        "manglares",
        "turberas",
        "arrecifes de coral",
        "bosques secos",
        "polinizadores",
        "pastos alpinos",
        "praderas marinas",
        "suelos",
    ],
    "ar": [
        "المانغروف",
        "أراضي الخث",
        "الشعاب المرجانية",
        "الغابات الجافة",
        "الملقحات",
        "المراعي الجبلية",
        "الأعشاب البحرية",
        "التربة",
    ],
    "ru": [
        "мангры",
        "торфяники",
        "коралловые рифы",
        "сухие леса",
        "опылители",
        "альпийские луга",
        "морские травы",
        "почвы",
    ],
    "zh": ["红树林", "泥炭地", "珊瑚礁", "干旱林", "传粉者", "高山草场", "海草床", "土壤"],
}
SENTENCES: dict[str, list[str]] = {
    "en": [
        "Local people and researchers agreed on what to count before the work began.",
        "Three dry seasons passed before the first results could be trusted.",
        "Costs fell by a third once tools were shared between districts.",
        "What was learnt has since been used in the national strategy.",
    ],
    "fr": [
        "Les habitants et les chercheurs se sont accordés sur ce qu’il fallait compter avant de commencer.",
        "Trois saisons sèches ont passé avant que les premiers résultats soient fiables.",
        "Les coûts ont baissé d’un tiers une fois les outils partagés entre districts.",
        "Ces enseignements ont depuis été repris dans la stratégie nationale.",
    ],
    "es": [
        "La población y los investigadores acordaron qué contar antes de empezar el trabajo.",
        "Pasaron tres estaciones secas hasta que los primeros resultados fueron fiables.",
        "Los costos bajaron un tercio cuando los distritos compartieron herramientas.",
        "Lo aprendido se ha usado desde entonces en la estrategia nacional.",
    ],
    "ar": [
        "اتفق السكان والباحثون على ما ينبغي عدّه قبل بدء العمل.",
        "مرت ثلاثة مواسم جافة قبل أن يمكن الوثوق بالنتائج الأولى.",
        "انخفضت التكاليف بمقدار الثلث بعد أن تقاسمت المقاطعات الأدوات.",
        "واستُخدم ما تم تعلمه منذ ذلك الحين في الاستراتيجية الوطنية.",
    ],
    "ru": [
        "Жители и исследователи договорились, что считать, до начала работ.",
        "Прошло три сухих сезона, прежде чем первым результатам можно было верить.",
        "Затраты снизились на треть, когда районы стали делиться инструментами.",
        "Полученный опыт с тех пор используется в национальной стратегии.",
    ],
    "zh": [
        "当地居民和研究人员在开工前商定了统计内容。",
        "经过三个旱季，最初的结果才变得可靠。",
        "各县共享工具后，成本下降了三分之一。",
        "所得经验此后被用于国家战略。",
    ],
}
TAGS = [
    f"{first} {second}" for first in ("pilot", "village", "seasonal", "open") for second in ("fund", "survey", "plan")
]
