namespace XacThuc.Web.Clients;

/// <summary>What a client may be allowed; also the names of the policies.</summary>
public static class ApiScopes
{
    /// <summary>Bring the population.</summary>
    public const string PopulationWrite = "population.write";

    /// <summary>Have single records authenticated.</summary>
    public const string Authentication = "authentication";

    /// <summary>Bring records.</summary>
    public const string RecordsWrite = "records.write";

    /// <summary>Start runs and fetch their results.</summary>
    public const string Runs = "runs";
}
