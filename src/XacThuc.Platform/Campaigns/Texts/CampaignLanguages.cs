using System.Text.Json;
using System.Text.Json.Serialization;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Campaigns.Groups;

namespace XacThuc.Platform.Campaigns.Texts;

/// <summary>A language that campaigns and announcements may be written in.</summary>
/// <param name="Code">Its code (BCP 47).</param>
/// <param name="Name">What it calls itself.</param>
/// <param name="Plain">Whether it can be written in the plain letters that most gateways take.</param>
/// <param name="Nationalities">The nationalities whose people are written to in it, as lists name them; <c>*</c> for all who have none of their own.</param>
/// <param name="Stop">The line with the way to stop messages, for <c>{0}</c>.</param>
/// <param name="Person">A made-up person, for the preview.</param>
/// <param name="Station">A health station, where none is meant in particular.</param>
/// <param name="Letter">The heading of letters; only of the first language, in which letters are written.</param>
internal sealed record CampaignLanguage(
    string Code, string Name, bool Plain, IReadOnlyList<string> Nationalities, string Stop, string Person, string Station, string Letter = "");

/// <summary>A text to begin with.</summary>
internal sealed record TemplateText(string Short, string Long);

/// <summary>The languages and the texts to begin with, from <c>campaign-texts.json</c>: a language more is data.</summary>
internal static class CampaignLanguages
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly CampaignFile File = Read();

    /// <summary>All, Vietnamese first.</summary>
    public static IReadOnlyList<CampaignLanguage> All => File.Languages;

    /// <summary>The first, which every text has.</summary>
    public static CampaignLanguage Vietnamese => All[0];

    /// <summary>A language by its code.</summary>
    public static CampaignLanguage? Find(string code) => All.FirstOrDefault(one => one.Code.Equals(code, StringComparison.Ordinal));

    /// <summary>The text to begin with; none where nobody wrote one yet.</summary>
    public static TemplateText? Template(CampaignGroup group, string language) =>
        File.Templates.FirstOrDefault(one => one.Group == group)?.Texts.GetValueOrDefault(language);

    /// <summary>
    /// The language for somebody of a nationality, among those that a text was written in; Vietnamese where there is none of theirs.
    /// </summary>
    public static CampaignLanguage For(string nationality, bool plainOnly, IReadOnlyCollection<string> written)
    {
        var word = NameText.SearchOf(nationality);
        bool May(CampaignLanguage one) => written.Contains(one.Code, StringComparer.Ordinal) && (one.Plain || !plainOnly);
        return All.FirstOrDefault(one => May(one) && one.Nationalities.Any(name => name.Equals(word, StringComparison.Ordinal) || name.Equals(nationality.Trim(), StringComparison.OrdinalIgnoreCase)))
            ?? All.FirstOrDefault(one => May(one) && one.Nationalities.Contains("*", StringComparer.Ordinal)) ?? Vietnamese;
    }

    private static CampaignFile Read()
    {
        using var stream = typeof(CampaignLanguages).Assembly.GetManifestResourceStream("campaign-texts.json")!;
        return JsonSerializer.Deserialize<CampaignFile>(stream, Json)!;
    }

    private sealed record CampaignFile(IReadOnlyList<CampaignLanguage> Languages, IReadOnlyList<GroupTemplates> Templates);

    private sealed record GroupTemplates(CampaignGroup Group, IReadOnlyDictionary<string, TemplateText> Texts);
}
