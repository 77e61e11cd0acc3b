using System.Text.Json;
using XacThuc.Matching.Reading.Legacy;
using XacThuc.Matching.Texts;
using XacThuc.Tables;

namespace XacThuc.Platform.Records.Import;

/// <summary>What is to be told of a whole file, beside its rows.</summary>
/// <param name="Line">A line, or 0 for the whole file.</param>
/// <param name="Column">A heading or cell, or empty.</param>
/// <param name="Sentence">What and what to do.</param>
internal sealed record FileNote(long Line, string Column, string Sentence);

/// <summary>Writes and reads such notes.</summary>
internal static class FileNotes
{
    private const int Most = 200;

    /// <summary>The notes of a file, as JSON.</summary>
    public static string Of(TableInput table, NameEncoding encoding)
    {
        var notes = table.Problems.Take(Most).Select(problem => new FileNote(problem.Line, problem.Column, problem.Sentence)).ToList();
        if (encoding != NameEncoding.Unicode && table.Origin == TextOrigin.Workbook) notes.Insert(0, new FileNote(0, "", OfFont(encoding)));
        return JsonSerializer.Serialize(notes, JsonSerializerOptions.Web);
    }

    /// <summary>The notes of their JSON.</summary>
    public static IReadOnlyList<FileNote> Read(string json) => JsonSerializer.Deserialize<FileNote[]>(json, JsonSerializerOptions.Web) ?? [];

    private static string OfFont(NameEncoding encoding) => Speech.Say(
        $"Tên trong tệp gõ bằng phông cũ {NameOf(encoding)}: đã đổi sang Unicode.",
        $"The names of the file were typed for an old font, {NameOf(encoding)}: turned into Unicode.");

    private static string NameOf(NameEncoding encoding) => encoding switch
    {
        NameEncoding.Unicode => "Unicode",
        NameEncoding.Tcvn3 => "TCVN3 (ABC)",
        NameEncoding.Vni => "VNI",
    };
}
