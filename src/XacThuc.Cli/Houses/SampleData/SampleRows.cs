namespace XacThuc.Cli.Houses.SampleData;

/// <summary>The files that the sample was made of.</summary>
internal static class SampleRows
{
    /// <summary>A file's rows behind its heading. They are our own: no cell that is asked has a comma.</summary>
    public static IEnumerable<string[]> Of(string folder, string file) => File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split(','));
}
