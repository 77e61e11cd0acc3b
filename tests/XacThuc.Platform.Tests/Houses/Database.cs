using Xunit;

namespace XacThuc.Platform.Tests.Houses;

/// <summary>The databases that the tests of the house run on.</summary>
public enum Database
{
    /// <summary>A file.</summary>
    Sqlite,

    /// <summary>A database of the server that <c>XACTHUC_TEST_POSTGRES</c> names.</summary>
    Postgres,
}

/// <summary>Those that are here.</summary>
public static class Databases
{
    public static string? Server => Environment.GetEnvironmentVariable("XACTHUC_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public static TheoryData<Database> Here => Server is null ? [Database.Sqlite] : [Database.Sqlite, Database.Postgres];
}
