namespace XacThuc.Tables.Tests;

/// <summary>Sentences by their names, as rows of theories have to name them.</summary>
internal static class Told
{
    public static string Named(string name) => (string)typeof(FileSentences).GetProperty(name)!.GetValue(null)!;
}
