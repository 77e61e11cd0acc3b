using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Campaigns;

/// <summary>States and ways in words.</summary>
internal static class CampaignWords
{
    public static IReadOnlyList<(CampaignChannels Way, Bilingual Name, string Icon)> Ways { get; } =
    [
        (CampaignChannels.ShortMessage, new("tin nhắn SMS tới điện thoại trên hồ sơ", "SMS to the phone on record"), "phone"),
        (CampaignChannels.Zalo, new("bản để đăng Zalo", "text for Zalo"), "message-report"),
        (CampaignChannels.Mail, new("thư điện tử tới các đơn vị, phòng, ban", "e-mail to units and agencies"), "mail"),
        (CampaignChannels.Loudspeaker, new("bài đọc loa truyền thanh", "loudspeaker text"), "writing"),
        (CampaignChannels.Poster, new("áp phích A4 có mã QR", "A4 poster with QR code"), "qrcode"),
        (CampaignChannels.Letters, new("thư báo theo thôn, do trạm in", "letters by hamlet, printed by the stations"), "printer"),
    ];

    public static (Tone Tone, Bilingual Word) Of(CampaignState state) => state switch
    {
        CampaignState.Draft => (Tone.Plain, new("đang soạn", "draft")),
        CampaignState.Approved => (Tone.Waiting, new("đã duyệt, chờ đến ngày", "approved, waits for its day")),
        CampaignState.Running => (Tone.Note, new("đang chạy", "running")),
        CampaignState.Done => (Tone.Right, new("đã xong", "done")),
        CampaignState.Stopped => (Tone.Invalid, new("đã dừng", "stopped")),
    };
}
