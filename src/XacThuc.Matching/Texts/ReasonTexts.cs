using System.Text.Json;

namespace XacThuc.Matching.Texts;

/// <summary>Every reason in words, from <c>reasons.json</c>.</summary>
public static class ReasonTexts
{
    private static readonly Bilingual[] Texts = Read();

    /// <summary>The reason in words a neighbour would use.</summary>
    public static Bilingual Of(Reason reason) => Texts[(int)reason];

    /// <summary>Whether the reason is only worth knowing: the field may be right all the same.</summary>
    public static bool IsNote(Reason reason) => reason
        is Reason.IdOldNumber or Reason.IdLeadingZeros or Reason.IdDisagreesWithSex or Reason.IdDisagreesWithYear;

    private static Bilingual[] Read()
    {
        using var file = typeof(ReasonTexts).Assembly.GetManifestResourceStream("reasons.json")!;
        using var texts = JsonDocument.Parse(file);
        return Array.ConvertAll(Enum.GetValues<Reason>(), reason => Text(texts.RootElement.GetProperty(Reasons.Code(reason))));
    }

    private static Bilingual Text(JsonElement text) =>
        new(text.GetProperty("vi").GetString()!, text.GetProperty("en").GetString()!);
}
