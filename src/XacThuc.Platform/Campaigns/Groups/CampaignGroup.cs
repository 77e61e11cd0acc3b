using XacThuc.Matching.Texts;

namespace XacThuc.Platform.Campaigns.Groups;

/// <summary>Groups of people that are found in the data of the health house; whether somebody holds a citizen card, the police know, and do not tell.</summary>
public enum CampaignGroup
{
    /// <summary>No number on record.</summary>
    NoNumber = 1,

    /// <summary>The last authentication found the record wrong.</summary>
    WrongData = 2,

    /// <summary>It could not compare the record.</summary>
    NotComparable = 3,

    /// <summary>A next dose is due by the rules of the vaccines.</summary>
    Due = 4,

    /// <summary>People of another nationality.</summary>
    Foreigners = 5,

    /// <summary>Wrong, and not corrected for some days.</summary>
    Late = 6,

    /// <summary>No mobile phone on record.</summary>
    NoPhone = 7,

    /// <summary>On record with the nine digits of the old identity card: they have no citizen card, or have not shown it.</summary>
    NoCard = 8,
}

/// <summary>Their names.</summary>
internal static class CampaignGroupWords
{
    public static Bilingual NameOf(this CampaignGroup group) => group switch
    {
        CampaignGroup.NoNumber => new("chưa có số định danh", "no number on record"),
        CampaignGroup.WrongData => new("thông tin sai", "data is wrong"),
        CampaignGroup.NotComparable => new("chưa so được", "not comparable"),
        CampaignGroup.Due => new("đến hạn tiêm mũi tiếp theo", "due for a dose"),
        CampaignGroup.Foreigners => new("người nước ngoài", "foreigners"),
        CampaignGroup.Late => new("thông tin sai, lâu chưa sửa", "wrong, and not corrected for long"),
        CampaignGroup.NoPhone => new("chưa có số điện thoại", "no phone on record"),
        CampaignGroup.NoCard => new("còn dùng số CMND 9 số, chưa có thẻ căn cước trên hồ sơ", "old identity card of nine digits, no citizen card on record"),
    };
}
