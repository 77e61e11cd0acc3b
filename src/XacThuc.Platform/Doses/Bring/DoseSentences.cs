using XacThuc.Matching.Texts;

namespace XacThuc.Platform.Doses.Bring;

/// <summary>What may be wrong with a row of doses, each with what to do.</summary>
internal static class DoseSentences
{
    public static Bilingual Unsplit { get; } = new(
        "Dòng không tách được thành ô: nhập lại từng ô theo tệp.", "The line could not be split into cells: type its cells by the file.");

    public static Bilingual NoName { get; } = new(
        "Họ tên thiếu hoặc không đọc được: ghi họ tên đầy đủ.", "The name is missing or cannot be read: write the full name.");

    public static Bilingual NoNumber { get; } = new(
        "Chưa rõ mũi thứ mấy: ghi một số từ 1 đến 9.", "Which dose it is, is not clear: write a number from 1 to 9.");

    public static Bilingual NoVaccine { get; } = new(
        "Chưa ghi vắc xin: ghi theo giấy xác nhận.", "No vaccine is written: write it by the paper.");

    public static Bilingual UnknownVaccine { get; } = new(
        "Không nhận ra tên vắc xin, hoặc tên này chỉ hai loại: chọn một loại.", "The vaccine is not known by this name, or it names two: choose one.");

    public static Bilingual NoDay { get; } = new(
        "Chưa ghi ngày tiêm: ghi theo giấy xác nhận.", "The day is missing: write it by the paper.");

    public static Bilingual UnreadableDay { get; } = new(
        "Ngày tiêm không đọc được hoặc không có ngày này: ghi ngày/tháng/năm.", "The day cannot be read or does not exist: write day/month/year.");
}
