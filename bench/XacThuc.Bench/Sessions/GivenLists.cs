using Npgsql;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Sessions;

/// <summary>
/// Approved lists of verified people in a health house, laid into its tables: what stations, police and committees did before.
/// People are the sample district's records; where more are asked for they come again, under other numbers.
/// </summary>
internal static class GivenLists
{
    // ListState.Approved, PersonState.Confirmed, Consent.Given.
    private const int Approved = 4, Confirmed = 3, Given = 1;

    /// <summary>A list for each of some stations.</summary>
    /// <returns>How many people there are.</returns>
    public static async Task<long> Fill(string database, IReadOnlyList<string> stations, int peopleEach, int longest)
    {
        await using var house = new NpgsqlConnection(database);
        await house.OpenAsync();
        var codes = string.Join(", ", stations.Select(station => $"'{station}'"));
        var lists = (peopleEach + longest - 1) / longest;
        var list = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Code"] = "'DS-' || u.\"Code\" || '-' || k",
            ["Title"] = "'Danh sách ' || k",
            ["UnitId"] = "u.\"Id\"",
            ["CommuneCode"] = "u.\"PlaceCode\"",
            ["Dose"] = "1",
            ["Source"] = "2",
            ["State"] = $"{Approved}",
            ["LastNumber"] = $"{longest}",
            ["OpenedAt"] = "now()",
            ["ApprovedAt"] = "now()",
        };
        await GivenTable.Insert(house, "survey_lists", list, $"FROM units AS u CROSS JOIN generate_series(1, {lists}) AS k WHERE u.\"Code\" IN ({codes})");
        await GivenTable.Do(house, """
            CREATE TEMP TABLE known AS SELECT *, row_number() OVER (ORDER BY "Id") - 1 AS at FROM records;
            CREATE UNIQUE INDEX ON known (at);
            CREATE TEMP TABLE drawn AS SELECT "Id", row_number() OVER (ORDER BY "Id") - 1 AS at FROM survey_lists;
            ANALYZE known; ANALYZE drawn
            """);
        var all = await GivenTable.Count(house, "known");
        var person = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ListId"] = "l.\"Id\"",
            ["Number"] = "n",
            ["Ref"] = "md5(l.\"Id\"::text || '-' || n)",
            ["RowVersion"] = "1",
            ["Consent"] = $"{Given}",
            ["State"] = $"{Confirmed}",
        };
        foreach (var same in (string[])["FullName", "Sex", "DateOfBirth", "IdNumber", "CommuneCode", "Hamlet", "NameSearch", "NameSort", "Digits", "BornOn"])
            person[same] = $"r.\"{same}\"";
        await GivenTable.Insert(house, "list_people", person, $"""
            FROM drawn AS l CROSS JOIN generate_series(1, {longest}) AS n JOIN known AS r ON r.at = (l.at * {longest} + n) % {all}
            WHERE (l.at % {lists}) * {longest} + n <= {peopleEach}
            """);
        await GivenTable.Do(house, "ANALYZE");
        return await GivenTable.Count(house, "list_people");
    }
}
