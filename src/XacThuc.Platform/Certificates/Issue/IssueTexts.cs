using XacThuc.Matching.Texts;

namespace XacThuc.Platform.Certificates.Issue;

/// <summary>Why there is no certificate, as whoever asks is told: what is missing, and who does it.</summary>
internal static class IssueTexts
{
    public static Bilingual SentenceOf(WhyNot why) => why switch
    {
        WhyNot.Joined => new("Hồ sơ này đã gộp vào hồ sơ khác của cùng người: lấy chứng nhận ở hồ sơ kia.", "This record was joined with another one of the same person: the certificate is there."),
        WhyNot.NotAuthenticated => new("Thông tin đang chờ đối chiếu với dữ liệu dân cư. Có kết quả đúng thì cấp được chứng nhận.", "The data waits to be compared with the population register. Once it is right, the certificate can be issued."),
        WhyNot.NotRight => new("Thông tin chưa khớp với dữ liệu dân cư. Sửa cho đúng thẻ căn cước rồi đối chiếu lại, sau đó cấp được chứng nhận.", "The data does not agree with the population register. Once it is put right by the card and compared again, the certificate can be issued."),
        WhyNot.NoDose => new("Chưa ghi nhận mũi tiêm nào.", "No dose is recorded."),
        WhyNot.NotComplete => new("Chưa tiêm đủ liều cơ bản của loại vắc xin đã tiêm.", "The primary series of the vaccine that was given is not complete."),
        WhyNot.NotSigned => new("Đã tiêm đủ, nhưng dữ liệu mũi tiêm chưa được ký xác nhận. Trạm y tế lập danh sách, chủ tịch xã hoặc người đứng đầu cơ sở ký.", "The series is complete, but the doses are not signed yet. The station draws the list up; the commune's chairman or the head of the facility signs it."),
    };

    /// <summary>The same as one or two words, for figures.</summary>
    public static Bilingual NameOf(WhyNot why) => why switch
    {
        WhyNot.Joined => new("đã gộp", "joined"),
        WhyNot.NotAuthenticated => new("chờ đối chiếu", "to be compared"),
        WhyNot.NotRight => new("chưa khớp", "not right"),
        WhyNot.NoDose => new("chưa tiêm", "no dose"),
        WhyNot.NotComplete => new("chưa đủ liều", "series not complete"),
        WhyNot.NotSigned => new("chưa ký mũi tiêm", "doses not signed"),
    };
}
