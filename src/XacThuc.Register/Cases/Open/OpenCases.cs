using XacThuc.Web.Data.Bulk;

namespace XacThuc.Register.Cases.Open;

/// <summary>Gives wrong records to the commune police, and takes back those that are right by now.</summary>
public sealed class OpenCases(TimeProvider time)
{
    /// <summary>Opens a case of each record, in the transaction of the database at hand.</summary>
    /// <param name="db">The house's database.</param>
    /// <param name="unitCode">The health unit that has the records.</param>
    /// <param name="run">The run that found them.</param>
    /// <param name="rows">The records, each once.</param>
    /// <param name="stop">Ends it.</param>
    public Task Open(RegisterDb db, string unitCode, string run, IReadOnlyList<WrongRow> rows, CancellationToken stop) =>
        CaseWriting.Open(db.RawWay(), unitCode, run, rows, time.GetUtcNow(), stop);

    /// <summary>Closes what is open of records that are right by now.</summary>
    public Task Close(RegisterDb db, IReadOnlyList<string> refs, CancellationToken stop) =>
        CaseWriting.Close(db.RawWay(), refs, time.GetUtcNow(), stop);
}
