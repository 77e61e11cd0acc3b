namespace XacThuc.Register.Cases.Bulk;

/// <summary>
/// The rows of a group that an officer looks at closely: drawn anew for each look, so that two officers hardly see the same. It finds
/// what is wrong with the whole group, not the one row; that is what the ground of the group is for (decision 0018).
/// </summary>
internal static class BulkSample
{
    /// <summary>So many are drawn.</summary>
    public const int Size = 20;

    /// <summary>A new draw: its number draws the same rows again while somebody looks.</summary>
    public static int NewDraw() => Random.Shared.Next();

    /// <summary>Some rows of all, and the others.</summary>
    public static (IReadOnlyList<BulkCase> Drawn, IReadOnlyList<BulkCase> Others) Of(IReadOnlyList<BulkCase> all, int draw)
    {
        var random = new Random(draw);
        var drawn = all.Index().OrderBy(_ => random.Next()).Take(Size).Select(one => one.Index).ToHashSet();
        return ([.. all.Where((_, i) => drawn.Contains(i))], [.. all.Where((_, i) => !drawn.Contains(i))]);
    }
}
