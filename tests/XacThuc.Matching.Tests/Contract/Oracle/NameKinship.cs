namespace XacThuc.Matching.Tests.Contract;

/// <summary>
/// Whether two names that are not the same are plainly one name with a slip, plainly two names, or neither plainly.
/// </summary>
internal enum NameKinship
{
    Slip,
    Open,
    Another,
}

internal static class NameKinships
{
    extension(NameKinship)
    {
        public static NameKinship Of(string record, string register)
        {
            if (register.Length == 0) return NameKinship.Another;

            var left = Plain(record);
            var right = Plain(register);
            if (HasForeignMarks(left) || HasForeignMarks(right)) return NameKinship.Open;
            if (IsSlip(left, right)) return NameKinship.Slip;
            var (few, many) = left.Length < right.Length ? (left, right) : (right, left);
            return few.All(word => many.Any(other => MayBeNear(word, other))) ? NameKinship.Open : NameKinship.Another;
        }
    }

    private static string[] Plain(string name) => [.. OracleName.Words(name).Select(OracleName.Plain)];

    private static bool HasForeignMarks(string[] plain) => plain.Any(word => word.Any(OracleLetters.IsMark));

    // Marks alone, one word dropped or added, words moved, words joined or written apart.
    private static bool IsSlip(string[] left, string[] right)
    {
        if (string.Concat(left) == string.Concat(right)) return true;
        if (left.Length == right.Length) return AreSame(left.Order(StringComparer.Ordinal), right.Order(StringComparer.Ordinal));

        var (few, many) = left.Length < right.Length ? (left, right) : (right, left);
        return few.Length > 1 && many.Length == few.Length + 1 &&
            Enumerable.Range(0, many.Length).Any(at => AreSame(many.Where((_, i) => i != at), few));
    }

    private static bool AreSame(IEnumerable<string> left, IEnumerable<string> right) =>
        left.SequenceEqual(right, StringComparer.Ordinal);

    // Any slip or likeness of sound leaves half of the letters.
    private static bool MayBeNear(string left, string right) =>
        left.Length == 1 || right.Length == 1 || left.Intersect(right).Count() * 2 >= left.Distinct().Count();
}
