using XacThuc.Matching.Texts;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Population;

/// <summary>What is refused around the population.</summary>
internal static class PopulationRefusals
{
    /// <summary>The largest file taken, in bytes: ten million people and more.</summary>
    public const long MostBytes = 2L << 30;

    public static Bilingual TooLarge { get; } = new(
        "Tệp lớn hơn 2 GB. Chia tệp theo xã hoặc huyện rồi gửi từng tệp.",
        "The file is larger than 2 GB. Split it by commune or district and send one file after the other.");

    public static Refusal Empty { get; } = Refusal.NotAcceptable(
        "population.empty", "Không có tệp nào được gửi. Gửi nội dung tệp CSV hoặc Excel trong thân của yêu cầu.",
        "No file was sent. Send the content of a CSV or Excel file as the body of the request.");

    /// <summary>The file cannot be used; the sentence says why, in the language of whoever asked.</summary>
    public static Refusal Unusable(string sentence) => Refusal.NotAcceptable("population.file", sentence, sentence);
}
