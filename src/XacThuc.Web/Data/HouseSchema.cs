using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using XacThuc.Web.Acts;

namespace XacThuc.Web.Data;

/// <summary>The tables of a house, made from its model; a database of another form is refused before anything is read.</summary>
public static class HouseSchema
{
    private const string Form = "form";
    private const string Sample = "sample";

    /// <summary>Makes database and tables where there are none.</summary>
    /// <returns>Whether they were made now, or why the database cannot be used.</returns>
    public static async Task<Result<bool>> Prepare(HouseDb db, bool isSample, CancellationToken stop)
    {
        // A PostgreSQL database may be there already, made by an administrator, and empty.
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(stop)) await creator.CreateAsync(stop);
        var form = FormOf(db);
        if (!await creator.HasTablesAsync(stop))
        {
            await using var all = await db.Database.BeginTransactionAsync(stop);
            await creator.CreateTablesAsync(stop);
            foreach (var statement in db.BesideTables) await db.Database.ExecuteSqlRawAsync(statement, stop);
            db.Facts.Add(new HouseFact { Name = Form, Value = form });
            db.Facts.Add(new HouseFact { Name = Sample, Value = isSample ? "yes" : "no" });
            await db.SaveChangesAsync(stop);
            await all.CommitAsync(CancellationToken.None);
            return true;
        }

        var facts = await db.Facts.AsNoTracking().ToDictionaryAsync(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal, stop);
        if (!string.Equals(facts.GetValueOrDefault(Form), form, StringComparison.Ordinal))
            return Refusal.Conflicting(
                "house.other_form",
                "Cơ sở dữ liệu này do phiên bản xacthuc khác tạo ra. Dùng đúng phiên bản đó, hoặc nêu thư mục dữ liệu khác (--data).",
                "This database was made by another version of xacthuc. Use that version, or name another data folder (--data).");
        if (!isSample && facts.GetValueOrDefault(Sample) is "yes")
            return Refusal.Conflicting(
                "house.sample",
                "Cơ sở dữ liệu này là dữ liệu mẫu, mật khẩu ai cũng biết: không được dùng thật. Nêu cơ sở dữ liệu khác.",
                "This database is a sample with passwords that everybody knows: it must not be used in earnest. Name another database.");
        return false;
    }

    // Two databases have the same form when the same statements make them.
    private static string FormOf(HouseDb db) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join('\n', [db.Database.GenerateCreateScript(), .. db.BesideTables]))));
}
