namespace XacThuc.Web.Clients;

/// <summary>What a program may be allowed to do; also the names of the policies that ask for it.</summary>
public static class ApiScopes
{
    /// <summary>Register: bring the population.</summary>
    public const string PopulationWrite = "population.write";

    /// <summary>Register: authenticate one record.</summary>
    public const string Authentication = "authentication";

    /// <summary>Platform: bring records.</summary>
    public const string RecordsWrite = "records.write";

    /// <summary>Platform: run authentications and read their results.</summary>
    public const string Runs = "runs";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [PopulationWrite, Authentication, RecordsWrite, Runs];
}
