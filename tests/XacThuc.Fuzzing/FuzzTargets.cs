using XacThuc.Fuzzing.Targets;

namespace XacThuc.Fuzzing;

/// <summary>The targets by name: each takes any bytes, and throws only when a promise is broken.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } = new Dictionary<string, Action<byte[]>>(StringComparer.Ordinal)
    {
        ["table"] = TableTarget.Run,
        ["workbook"] = WorkbookTarget.Run,
        ["fields"] = FieldsTarget.Run,
        ["index"] = IndexTarget.Run,
        ["model"] = ModelTarget.Run,
        ["command"] = CommandTarget.Run,
        ["code"] = CodeTarget.Run,
        ["certificate"] = CertificateTarget.Run,
    };
}
